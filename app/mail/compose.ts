import type { Language } from "#app/languages/language.ts";
import { type Phrase, translator } from "#app/languages/translate.ts";
import type { Message } from "./queue-mail.server.ts";

type Values = Record<string, string | number>;

/** Somebody's own words, so that they are not taken for ours. */
export const quote = (text: string) => text.replace(/^/gm, "> ");

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** Text as it stands in HTML. */
export const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** One paragraph a phrase; the signature line comes last. A link stands alone on its line. */
export function compose(
  language: Language,
  kind: string,
  subject: Phrase,
  paragraphs: readonly (Phrase | { link: string } | { text: string })[],
  values: Values = {},
): Message {
  const t = translator(language);
  const body = paragraphs.map((part) =>
    typeof part === "string" ? t(part, values) : "link" in part ? part.link : part.text,
  );
  return { kind, subject: t(subject, values), body: [...body, t("mail.closing")].join("\n\n") + "\n" };
}
