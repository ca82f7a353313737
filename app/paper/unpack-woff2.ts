import { brotliDecompressSync } from "node:zlib";
import { Reader } from "./woff2-bytes.ts";
import { restoreOutlines } from "./woff2-outlines.ts";

/** The tags that WOFF2 writes as a number, in its order (WOFF 2.0, section 4.1). */
const knownTags = (
  "cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX " +
  "vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat " +
  "fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill"
)
  .split(" ")
  .map((tag) => tag.replace("_", " "));

/**
 * Unpacks a font of WOFF2 into the TrueType font that it was made of: PDF embeds no other, and the library that reads
 * fonts for PDF cannot set a weight of a variable one while it is packed.
 * @throws when the metrics are transformed as well, which no font here is
 */
export function unpackWoff2(bytes: Buffer): Buffer {
  const file = new Reader(bytes);
  if (file.take(4).toString("latin1") !== "wOF2") throw new Error("is no font of WOFF2");
  file.at = 12;
  const count = file.short();
  file.at = 20;
  const packedSize = file.long();
  file.at = 48;
  const entries = Array.from({ length: count }, () => {
    const flags = file.byte();
    const tag = (flags & 63) === 63 ? file.take(4).toString("latin1") : (knownTags[flags & 63] ?? "");
    const length = file.base128();
    const isOutline = tag === "glyf" || tag === "loca";
    const transformed = isOutline ? flags >> 6 === 0 : flags >> 6 !== 0;
    if (transformed && !isOutline) throw new Error(`has a transformed table ${tag}`);
    return { tag, length: transformed ? file.base128() : length, transformed };
  });
  const data = new Reader(brotliDecompressSync(file.take(packedSize)));
  const tables = new Map<string, Buffer>();
  let outlines: Buffer | undefined;
  for (const { tag, length, transformed } of entries) {
    const table = data.take(length);
    if (!transformed) tables.set(tag, table);
    else if (tag === "glyf") outlines = table;
  }
  if (outlines) {
    const { glyf, loca } = restoreOutlines(outlines);
    tables.set("glyf", glyf).set("loca", loca);
    const head = Buffer.from(tables.get("head") ?? []);
    head.writeInt16BE(1, 50);
    tables.set("head", head);
  }
  return assemble(tables);
}

function assemble(tables: Map<string, Buffer>): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const head = Buffer.alloc(12 + sorted.length * 16);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(sorted.length, 4);
  const parts = [head];
  let offset = head.length;
  for (const [index, [tag, table]] of sorted.entries()) {
    const entry = 12 + index * 16;
    head.write(tag, entry, "latin1");
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(table.length, entry + 12);
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4);
    table.copy(padded);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}
