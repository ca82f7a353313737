import type { MetaDescriptor } from "@remix-run/node";
import { useWords } from "#app/ui/words.tsx";

/** What a page's head says of its feed, so that readers of feeds find it from the page's address. */
export const feedMeta = (href: string): MetaDescriptor => ({
  tagName: "link",
  rel: "alternate",
  type: "application/atom+xml",
  href,
});

/** The quiet way to a page's feed. */
export function FeedLink({ href }: { href: string }) {
  const { t } = useWords();
  return (
    <a href={href} type="application/atom+xml">
      {t("feeds.link")}
    </a>
  );
}
