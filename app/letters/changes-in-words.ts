import type { Language } from "#app/languages/language.ts";
import { type Translate, translator } from "#app/languages/translate.ts";
import type { Comparison, Passage, Piece } from "./compare-versions.ts";
import { namedKinds } from "./document-blocks.ts";

/** Unchanged words on each side of a change that tell where in a long passage it is, in characters. */
const context = 120;

/**
 * The changes of a comparison as plain text, for a mail: what was, what is, and nothing of what stayed. What the
 * letter's author wrote is set behind "> ", so that it cannot be taken for words of Tribune.
 * @param longest how many characters at most, about; `cut` says that there are more changes
 */
export function changesInWords(
  comparison: Comparison,
  language: Language,
  longest: number,
): { text: string; cut: boolean } {
  const t = translator(language);
  const { title, summary, addressees, passages, translations } = comparison;
  const parts: string[] = [];
  if (title) parts.push(`${t("comparison.title")}\n${beforeAndNow(t, title)}`);
  if (addressees) {
    const list = addressees.filter(({ change }) => change !== "same");
    parts.push(
      [t("comparison.addressees"), ...list.map(({ change, text }) => label(t, change, text))].join("\n"),
    );
  }
  if (summary) parts.push(`${t("comparison.summary")}\n${beforeAndNow(t, summary)}`);
  for (const passage of passages) if (passage.change !== "same") parts.push(tell(t, passage));
  for (const each of translations)
    parts.push(t(`translations.${each.change}`, { language: t(`language.${each.language}`) }));
  let length = 0;
  const kept = parts.filter((part) => (length += part.length + 2) <= longest);
  // One change alone may be longer than all that a mail should hold.
  if (kept.length === 0 && parts[0]) kept.push(`${parts[0].slice(0, longest)}…`);
  return { text: kept.join("\n\n"), cut: kept.length < parts.length || length > longest };
}

function tell(t: Translate, passage: Passage): string {
  const kind = namedKinds.find((known) => known === passage.kind);
  const name = kind ? `${t(`comparison.kind.${kind}`)}\n` : "";
  if (passage.change === "words") return name + beforeAndNow(t, passage.pieces);
  return name + label(t, passage.change, passage.text);
}

const label = (t: Translate, change: Exclude<Passage["change"], "words">, text: string) =>
  `${change === "same" ? "" : t(`comparison.${change}`)}\n${quote(text)}`;

function beforeAndNow(t: Translate, pieces: Piece[]): string {
  const side = (left: "removed" | "added") =>
    pieces
      .map((piece, place) =>
        piece.change === left
          ? ""
          : piece.change === "same"
            ? shorten(piece.text, place === 0, place === pieces.length - 1)
            : piece.text,
      )
      .join("");
  const [before, now] = [side("added"), side("removed")];
  return [
    before && `${t("comparison.before")}\n${quote(before)}`,
    now && `${t("comparison.now")}\n${quote(now)}`,
  ]
    .filter(Boolean)
    .join("\n");
}

/** A long stretch without changes, its middle left out; at an end of the passage only what is next to a change stays. */
function shorten(text: string, first: boolean, last: boolean): string {
  if (text.length <= 2 * context + 20) return text;
  // Never within a word, nor within one of the signs that take two places.
  const head = first ? "" : text.slice(0, context).replace(/\S*$/u, "");
  const tail = last ? "" : text.slice(-context).replace(/^\S*/u, "");
  return `${head}…${tail}`;
}

const quote = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
