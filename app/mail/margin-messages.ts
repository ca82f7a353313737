import type { Language } from "#app/languages/language.ts";
import { compose, quote } from "./compose.ts";

/** So many signs of a passage are shown; the rest is a click away. */
const shown = 300;

/** Tells a co-author of a comment in the margin of a draft that mentions them, or answers in a thread of theirs. */
export function marginMessage(
  language: Language,
  mentioned: boolean,
  values: { name: string; title: string },
  said: { quote: string; body: string },
  link: string,
) {
  const passage = [...said.quote];
  const beginning = passage.length > shown ? `${passage.slice(0, shown).join("").trimEnd()} …` : said.quote;
  return compose(
    language,
    mentioned ? "margin-mention" : "margin-answer",
    mentioned ? "mail.margin.mention.subject" : "mail.margin.answer.subject",
    [
      mentioned ? "mail.margin.mention.text" : "mail.margin.answer.text",
      { text: quote(beginning) },
      "mail.margin.said",
      { text: quote(said.body) },
      "mail.margin.link",
      { link },
    ],
    values,
  );
}
