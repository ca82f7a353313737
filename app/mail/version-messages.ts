import type { Language } from "#app/languages/language.ts";
import { compose, quote } from "./compose.ts";
import type { Message } from "./queue-mail.server.ts";

/**
 * Tells a signatory that the letter has a new version, what changed and what they may do. Nothing happens to their
 * signature until they do.
 * @param values.signed the version that their signature names
 * @param changes what changed, as text; `more` is where all of it stands, when this is not all
 * @param link the signature's own page
 */
export const newVersionMessage = (
  language: Language,
  values: { name: string; title: string; version: number; signed: number },
  reason: string,
  changes: { text: string; more: string | null },
  link: string,
): Message =>
  compose(
    language,
    "new-version",
    "mail.version.subject",
    [
      "mail.version.text",
      "mail.version.reason",
      { text: quote(reason) },
      "mail.version.changes",
      { text: changes.text },
      ...(changes.more === null ? [] : (["mail.version.more", { link: changes.more }] as const)),
      "mail.version.choose",
      "mail.version.sign",
      { link: `${link}?choose=sign` },
      "mail.version.stay",
      { link: `${link}?choose=stay` },
      "mail.version.withdraw",
      { link: `${link}?choose=withdraw` },
      "mail.version.nothing",
    ],
    values,
  );
