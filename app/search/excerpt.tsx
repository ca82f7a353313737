import { splitAtHits } from "./hit.ts";

/** Marks of Markdown say nothing in an excerpt, an apostrophe is curly again, a full stop follows its word. */
const setting = (text: string) =>
  text
    .replace(/\*\*|`/g, "")
    .replaceAll("'", "’")
    .replace(/ ([.,])(?=\s|$)/g, "$1");

/** A text with what was found in it marked; everything else is text, whatever it looks like. */
export function Excerpt({ text }: { text: string }) {
  return (
    <>
      {splitAtHits(text).map((piece, index) =>
        piece.isHit ? <mark key={index}>{piece.text}</mark> : setting(piece.text),
      )}
    </>
  );
}
