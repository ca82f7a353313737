import type { Feed } from "#app/feeds/atom.ts";
import type { Language } from "#app/languages/language.ts";
import { formatCalendarDay, type Translate } from "#app/languages/translate.ts";
import { type DoctrineText, provisionHref, textHref } from "./doctrine-text.ts";
import { provisionLabel } from "./provision-name.ts";
import type { TextNews } from "./read-text-news.server.ts";

type Told = Pick<DoctrineText, "slug" | "title" | "language">;

/** A text's revisions, the letters that cite it and what officials decided about it, as one feed. */
export function textFeed(text: Told, news: TextNews, t: Translate, language: Language): Feed {
  const page = textHref(text.slug);
  const revisions = news.revisions.map(({ dated, title, at }) => {
    const path = textHref(text.slug, { revision: dated });
    return {
      id: path,
      path,
      at,
      title: t("feeds.revision", { day: formatCalendarDay(language, dated) }),
      summary: title,
    };
  });
  const letters = news.letters.map(({ id, slug, title, authorName: author, summary, at }) => ({
    id: `${page}#letter-${id}`,
    path: `/letters/${slug}`,
    at,
    title: t("feeds.citing", { title }),
    author,
    summary,
  }));
  const dispositions = news.dispositions.map(({ id, decision, reasons, at, organisation, ...provision }) => ({
    id: `${page}#disposition-${id}`,
    path: `${provisionHref(text.slug, provision.address)}#disposition-${id}`,
    at,
    title: t("feeds.disposition", {
      provision: provisionLabel(provision, text.language),
      decision: t(`doctrine.provision.decision.${decision}`),
    }),
    author: organisation ?? undefined,
    summary: reasons,
  }));
  return {
    path: `${page}/feed.atom`,
    page,
    title: text.title,
    language,
    entries: [...revisions, ...letters, ...dispositions]
      .sort((a, b) => b.at.getTime() - a.at.getTime())
      .slice(0, 50),
  };
}
