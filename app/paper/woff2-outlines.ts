import { Reader } from "./woff2-bytes.ts";

/** Undoes the transformation of the outlines (WOFF 2.0, section 5.1); offsets are long ones. */
export function restoreOutlines(table: Buffer): { glyf: Buffer; loca: Buffer } {
  const head = new Reader(table);
  head.at = 4;
  const glyphs = head.short();
  head.short();
  const sizes = Array.from({ length: 7 }, () => head.long());
  const [contours, points, flags, coordinates, composites, boxes, instructions] = sizes.map(
    (size) => new Reader(head.take(size)),
  ) as [Reader, Reader, Reader, Reader, Reader, Reader, Reader];
  const hasBox = boxes.take(Math.ceil(glyphs / 32) * 4);
  const parts: Buffer[] = [];
  const loca = Buffer.alloc((glyphs + 1) * 4);
  let offset = 0;
  for (let glyph = 0; glyph < glyphs; glyph++) {
    loca.writeUInt32BE(offset, glyph * 4);
    const count = contours.signed();
    const box = ((hasBox[glyph >> 3] ?? 0) & (0x80 >> (glyph & 7))) > 0 ? boxes.take(8) : null;
    if (count === 0) continue;
    const bytes =
      count > 0
        ? simpleGlyph(count, box, { points, flags, coordinates, instructions })
        : compositeGlyph(box, composites, coordinates, instructions);
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
    bytes.copy(padded);
    parts.push(padded);
    offset += padded.length;
  }
  loca.writeUInt32BE(offset, glyphs * 4);
  return { glyf: Buffer.concat(parts), loca };
}

type Streams = Record<"points" | "flags" | "coordinates" | "instructions", Reader>;

function simpleGlyph(count: number, box: Buffer | null, streams: Streams): Buffer {
  const ends: number[] = [];
  let last = -1;
  for (let contour = 0; contour < count; contour++) ends.push((last += streams.points.packed()));
  const signs: number[] = [];
  const steps: [x: number, y: number][] = [];
  for (let point = 0; point <= last; point++) {
    const flag = streams.flags.byte();
    signs.push(flag < 128 ? 1 : 0);
    steps.push(stepOf(flag & 127, streams.coordinates));
  }
  const program = streams.instructions.take(streams.coordinates.packed());
  const bytes = Buffer.alloc(10 + count * 2 + 2 + program.length + signs.length * 5);
  bytes.writeInt16BE(count, 0);
  (box ?? boxOf(steps)).copy(bytes, 2);
  let at = 10;
  for (const end of ends) at = bytes.writeUInt16BE(end, at);
  at = bytes.writeUInt16BE(program.length, at);
  at += program.copy(bytes, at);
  for (const sign of signs) at = bytes.writeUInt8(sign, at);
  for (const axis of [0, 1] as const) for (const step of steps) at = bytes.writeInt16BE(step[axis], at);
  return bytes;
}

function boxOf(steps: [number, number][]): Buffer {
  let [x, y] = [0, 0];
  const all = steps.map(([dx, dy]) => [(x += dx), (y += dy)] as const);
  const box = Buffer.alloc(8);
  const [xs, ys] = [all.map(([each]) => each), all.map(([, each]) => each)];
  [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].forEach((value, place) =>
    box.writeInt16BE(value, place * 2),
  );
  return box;
}

/** One step from point to point, as a triplet has it (section 5.2). */
function stepOf(flag: number, from: Reader): [x: number, y: number] {
  const sign = (bit: number) => (flag & bit ? 1 : -1);
  if (flag < 10) return [0, sign(1) * (((flag & 14) << 7) + from.byte())];
  if (flag < 20) return [sign(1) * ((((flag - 10) & 14) << 7) + from.byte()), 0];
  if (flag < 84) {
    const [high, low] = [flag - 20, from.byte()];
    return [sign(1) * (1 + (high & 0x30) + (low >> 4)), sign(2) * (1 + ((high & 0x0c) << 2) + (low & 15))];
  }
  if (flag < 120) {
    const high = flag - 84;
    const x = 1 + (Math.floor(high / 12) << 8) + from.byte();
    return [sign(1) * x, sign(2) * (1 + (((high % 12) >> 2) << 8) + from.byte())];
  }
  if (flag < 124) {
    const [first, middle, last] = [from.byte(), from.byte(), from.byte()];
    return [sign(1) * ((first << 4) + (middle >> 4)), sign(2) * (((middle & 15) << 8) + last)];
  }
  return [sign(1) * from.short(), sign(2) * from.short()];
}

/** A glyph that is made of others: its bytes as they are, as far as their flags say that they go on. */
function compositeGlyph(
  box: Buffer | null,
  composites: Reader,
  lengths: Reader,
  instructions: Reader,
): Buffer {
  const begin = composites.at;
  let flags = 0x20;
  let hasProgram = false;
  while (flags & 0x20) {
    flags = composites.short();
    hasProgram ||= (flags & 0x100) > 0;
    composites.at += 2 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
  }
  const head = Buffer.alloc(10);
  head.writeInt16BE(-1, 0);
  box?.copy(head, 2);
  const parts = [head, composites.bytes.subarray(begin, composites.at)];
  if (hasProgram) {
    const program = instructions.take(lengths.packed());
    const length = Buffer.alloc(2);
    length.writeUInt16BE(program.length);
    parts.push(length, program);
  }
  return Buffer.concat(parts);
}
