import type { Language } from "#app/languages/language.ts";
import type { Translate } from "#app/languages/translate.ts";
import { logSentence } from "./log-sentence.ts";
import type { LogLine } from "./read-public-log.server.ts";

/** Everything that XML has a meaning for, and what it does not allow at all (XML 1.0, section 2.2). */
const escaped = (text: string) =>
  text
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, " ")
    .toWellFormed()
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** What an entry is about, and where that is. */
function aboutOf(line: LogLine): { title: string; path: string } | null {
  if (line.letter) return { title: line.letter.title, path: `/letters/${line.letter.slug}` };
  if (line.text) return { title: line.text.title, path: `/doctrine/${line.text.slug}` };
  if (line.organisation)
    return { title: line.organisation.name, path: `/organisations/${line.organisation.slug}` };
  return null;
}

/**
 * The public log as an Atom feed (RFC 4287), the newest first. Entries keep their id for good: it names the line, whatever
 * the address of the log.
 * @param path of the feed itself, with what it is narrowed to
 */
export function logFeed(
  lines: LogLine[],
  origin: string,
  path: string,
  t: Translate,
  language: Language,
): string {
  const home = `${origin}/moderation/log`;
  // Atom asks for a moment: without a line there is none, and the epoch says so.
  const updated = (lines[0]?.at ?? new Date(0)).toISOString();
  const entries = lines.map((line) => {
    const about = aboutOf(line);
    const at = line.at.toISOString();
    return `  <entry>
    <id>${escaped(`${home}#line-${line.id}`)}</id>
    <title>${escaped(logSentence(line, t, language))}</title>
    <updated>${at}</updated>
    <published>${at}</published>
    <link rel="alternate" href="${escaped(about ? origin + about.path : home)}"/>
    <summary>${escaped(about?.title ?? t("publicLog.title"))}</summary>
  </entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>${escaped(origin + path)}</id>
  <title>${escaped(`${t("publicLog.title")} · Tribune`)}</title>
  <updated>${updated}</updated>
  <author><name>Tribune</name></author>
  <link rel="self" type="application/atom+xml" href="${escaped(origin + path)}"/>
  <link rel="alternate" type="text/html" href="${escaped(home)}"/>
${[...entries, ""].join("\n")}</feed>
`;
}
