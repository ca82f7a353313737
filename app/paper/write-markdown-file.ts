import { stringify } from "yaml";
import { documentToMarkdown } from "#app/letters/write-markdown.ts";
import type { WrittenLetter } from "./letter-paper.ts";

/** What surrounds a draft's text and has no place in it. */
type Surroundings = { authorKind: "person" | "organisation"; closesOn: string | null };

/** A draft as Markdown with YAML front matter: what `letter:import` and the import of a draft read. */
export function writeMarkdownFile(letter: WrittenLetter, { authorKind, closesOn }: Surroundings): string {
  const { title, summary, addressees, authorName, language, document } = letter;
  const matter = {
    title,
    ...(summary ? { summary } : {}),
    ...(authorName ? { author: authorName, author_kind: authorKind } : {}),
    ...(addressees.length > 0 ? { addressees } : {}),
    language,
    ...(closesOn ? { closes_on: closesOn } : {}),
  };
  return `---\n${stringify(matter, { lineWidth: 0 })}---\n\n${documentToMarkdown(document)}\n`;
}
