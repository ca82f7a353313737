import { useWords } from "#app/ui/words.tsx";

/** The way to the comments in the margin of a draft, with how many are open. */
export function MarginLink({ slug, open }: { slug: string; open: number }) {
  const { t, number } = useWords();
  return (
    <a href={`/letters/${slug}/draft/comments`}>
      {open === 0 ? t("margin.link.none") : t("margin.link", { count: open, number: number(open) })}
    </a>
  );
}

/** Tells whoever is about to publish that comments are open; nothing depends on it. */
export function MarginNotice({ slug, open }: { slug: string; open: number }) {
  const { t, number } = useWords();
  if (open === 0) return null;
  return (
    <p className="notice">
      {t("margin.publish.open", { count: open, number: number(open) })}{" "}
      <a href={`/letters/${slug}/draft/comments`}>{t("margin.title")}</a>
    </p>
  );
}
