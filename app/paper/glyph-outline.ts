/** An outline as the font library draws it, curves with one control point, in the font's own units. */
type Outline = { command: string; args: number[] }[];

type Point = { x: number; y: number; onCurve: boolean };

/**
 * A glyph of TrueType's `glyf` table that draws this outline, made of nothing else: an accented letter of a weight
 * between two drawn ones has its accent in its own place then.
 */
export function glyphOf(outline: Outline): Uint8Array {
  const points: Point[] = [];
  const ends: number[] = [];
  const add = (x: number, y: number, onCurve: boolean) =>
    points.push({ x: Math.round(x), y: Math.round(y), onCurve });
  for (const { command, args } of outline) {
    const [a = 0, b = 0, c = 0, d = 0] = args;
    if (command === "moveTo" || command === "lineTo") add(a, b, true);
    if (command === "quadraticCurveTo") {
      add(a, b, false);
      add(c, d, true);
    }
    if (command === "closePath" && points.length > (ends.at(-1) ?? -1) + 1) ends.push(points.length - 1);
  }
  if (ends.length === 0) return new Uint8Array(0);
  const size = 10 + ends.length * 2 + 2 + points.length * 5;
  // Offsets of glyphs are counted in pairs of bytes.
  const bytes = Buffer.alloc(Math.ceil(size / 4) * 4);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  let at = bytes.writeInt16BE(ends.length, 0);
  for (const side of [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
    at = bytes.writeInt16BE(side, at);
  for (const end of ends) at = bytes.writeUInt16BE(end, at);
  at = bytes.writeUInt16BE(0, at);
  for (const { onCurve } of points) at = bytes.writeUInt8(onCurve ? 1 : 0, at);
  for (const along of [xs, ys])
    along.forEach((value, place) => (at = bytes.writeInt16BE(value - (along[place - 1] ?? 0), at)));
  return bytes;
}
