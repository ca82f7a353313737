import { useWords } from "#app/ui/words.tsx";

/** The formats that a draft can be taken along in. */
export function DraftFiles({ slug }: { slug: string }) {
  const { t } = useWords();
  return (
    <p className="quiet">
      {t("paper.files")}{" "}
      {(["docx", "pdf", "html", "md"] as const).map((format, index) => (
        <span key={format}>
          {index > 0 ? ", " : null}
          <a href={`/letters/${slug}/draft.${format}`} download>
            {t(`paper.files.${format}`)}
          </a>
        </span>
      ))}
    </p>
  );
}
