/** Signs without a look of their own that mark where a hit begins and ends. */
export const hit = { begins: "\u0002", ends: "\u0003" };

/** A text in pieces, each a hit or not, without the marks; those that strangers may have typed mark nothing else. */
export function splitAtHits(text: string): { text: string; isHit: boolean }[] {
  const [before = "", ...rest] = text.split(hit.begins);
  const pieces = [{ text: before, isHit: false }];
  for (const part of rest) {
    const [inside = "", ...after] = part.split(hit.ends);
    const closed = after.length > 0;
    pieces.push({ text: inside, isHit: closed }, { text: after.join(""), isHit: false });
  }
  return pieces.filter((piece) => piece.text !== "");
}
