import type { Feed } from "#app/feeds/atom.ts";
import type { Language } from "#app/languages/language.ts";
import type { Translate } from "#app/languages/translate.ts";
import { logSentence } from "./log-sentence.ts";
import type { LogLine } from "./read-public-log.server.ts";

/** What an entry is about, and where that is. */
function aboutOf(line: LogLine): { title: string; path: string } | null {
  if (line.letter) return { title: line.letter.title, path: `/letters/${line.letter.slug}` };
  if (line.text) return { title: line.text.title, path: `/doctrine/${line.text.slug}` };
  if (line.organisation)
    return { title: line.organisation.name, path: `/organisations/${line.organisation.slug}` };
  return null;
}

/**
 * The public log as a feed. Entries keep their id for good: it names the line, whatever the address of the log.
 * @param path of the feed itself, with what it is narrowed to
 */
export function logFeed(lines: LogLine[], path: string, t: Translate, language: Language): Feed {
  const home = "/moderation/log";
  return {
    path,
    page: home,
    title: t("publicLog.title"),
    language,
    entries: lines.map((line) => {
      const about = aboutOf(line);
      return {
        id: `${home}#line-${line.id}`,
        path: about?.path ?? home,
        title: logSentence(line, t, language),
        at: line.at,
        summary: about?.title ?? t("publicLog.title"),
      };
    }),
  };
}
