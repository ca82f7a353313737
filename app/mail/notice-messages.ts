import { sayHidden } from "#app/discussion/hidden-part.ts";
import type { Language } from "#app/languages/language.ts";
import { formatNumber, translator } from "#app/languages/translate.ts";
import { type Notice, noticeWords } from "#app/notices/notice.ts";
import { escaped, quote } from "./compose.ts";
import type { Message } from "./queue-mail.server.ts";

type Part = { words: string } | { link: string } | { said: string };
type Links = { origin: string; unsubscribe: string };

/** Several of one thread that come together, or a single one. @param kind the mail's, for the log of mails */
export function noticeMessage(language: Language, notices: [Notice, ...Notice[]], links: Links): Message {
  const t = translator(language);
  const [first] = notices;
  const count = notices.length;
  const number = formatNumber(language, count);
  const subject =
    count === 1
      ? noticeWords(language, first)
      : t("mail.notices.subject.thread", { count, number, title: first.title ?? t("notice.unseen") });
  return written(language, "notice", subject, parts(language, notices, links.origin), [
    t("mail.notice.why"),
    t("mail.notice.stop"),
    links,
  ]);
}

/** What came together in a day or in a week, the newest first. @param more how many are left out of the mail */
export function digestMessage(
  language: Language,
  rhythm: "daily" | "weekly",
  notices: Notice[],
  more: number,
  links: Links,
): Message {
  const t = translator(language);
  const count = notices.length + more;
  const values = { count, number: formatNumber(language, count) };
  const body: Part[] = [
    { words: t(`mail.digest.${rhythm}.text`, values) },
    ...parts(language, notices, links.origin),
  ];
  if (more > 0)
    body.push({ words: t("mail.digest.more", { count: more, number: formatNumber(language, more) }) });
  return written(language, `${rhythm}-digest`, t(`mail.digest.${rhythm}.subject`, values), body, [
    t("mail.digest.why"),
    t(`mail.digest.${rhythm}.stop`),
    links,
  ]);
}

/** The headers by which a mail program offers to unsubscribe with one click (RFC 2369, RFC 8058). */
const oneClick = (address: string) => ({
  "List-Unsubscribe": `<${address}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});

function parts(language: Language, notices: Notice[], origin: string): Part[] {
  return notices.flatMap((notice) => [
    { words: noticeWords(language, notice) },
    ...(notice.body === "" ? [] : [{ said: beginning(sayHidden(notice.body, language)) }]),
    { link: origin + notice.path },
  ]);
}

/** So many signs of a comment are shown; the rest is a click away. */
const shown = 500;

function beginning(body: string): string {
  const signs = [...body.trim()];
  return signs.length > shown ? `${signs.slice(0, shown).join("").trimEnd()} …` : signs.join("");
}

/** The same words twice: as plain text, and as HTML without pictures, styles or anything that asks a server. */
function written(
  language: Language,
  kind: string,
  subject: string,
  body: Part[],
  [why, stop, { origin, unsubscribe }]: [string, string, Links],
): Message {
  const t = translator(language);
  const foot: Part[] = [
    { words: `${why}` },
    { link: `${origin}/notices/subscriptions` },
    { words: stop },
    { link: unsubscribe },
    { words: t("mail.closing") },
  ];
  const all = [{ words: t("mail.notices.hello") }, ...body, ...foot];
  const text = all.map((part) =>
    "words" in part ? part.words : "link" in part ? part.link : quote(part.said),
  );
  return {
    kind,
    subject: subject.replace(/\s+/g, " "),
    body: `${text.join("\n\n")}\n`,
    html: `<!doctype html>\n<html lang="${language}">\n<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>\n<body>\n${all.map(asHtml).join("\n")}\n</body>\n</html>\n`,
    headers: oneClick(unsubscribe),
  };
}

function asHtml(part: Part): string {
  if ("words" in part) return `<p>${escaped(part.words)}</p>`;
  if ("said" in part) return `<blockquote>${escaped(part.said).replaceAll("\n", "<br>\n")}</blockquote>`;
  return `<p><a href="${escaped(part.link)}">${escaped(part.link)}</a></p>`;
}
