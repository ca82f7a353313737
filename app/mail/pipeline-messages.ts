import type { Language } from "#app/languages/language.ts";
import type { SubjectKind } from "#app/moderation/reason.ts";
import { compose } from "./compose.ts";
import type { Message } from "./queue-mail.server.ts";

/**
 * Tells somebody that what waited for a moderator is seen now: their comment, or their letter.
 * @param title what the comment was said about, or the letter's
 */
export const releasedMessage = (
  language: Language,
  kind: SubjectKind,
  title: string,
  link: string,
): Message => {
  const what = kind === "submission" ? "submission" : "held";
  return compose(
    language,
    `${what}-released`,
    `mail.${what}.released.subject`,
    [`mail.${what}.released`, { link }],
    {
      title,
    },
  );
};
