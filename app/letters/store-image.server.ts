import { createHash } from "node:crypto";
import sharp from "sharp";
import { type Queryable, sql } from "#db/sql.ts";

/** Wide enough for the text column at three pixels to one. */
const widest = 2000;
const mostPixels = 50_000_000;

/**
 * Stores a picture for a letter: turned upright, at most 2000 pixels wide, as WebP without any metadata (a
 * photograph's place and camera do not belong in a letter). The same picture is stored once.
 */
export async function storeImage(
  accountId: number,
  bytes: Uint8Array,
): Promise<{ outcome: "stored"; src: string } | { outcome: "not-an-image" }> {
  let image: { data: Buffer; info: { width: number; height: number } };
  try {
    const input = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" });
    const { format } = await input.metadata();
    // SVG is a document with scripts and links, and the rest of what the library reads nobody sends by hand.
    if (!["jpeg", "png", "webp", "gif", "avif", "heif"].includes(format)) return { outcome: "not-an-image" };
    image = await input
      .rotate()
      .resize({ width: widest, height: widest, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
  } catch {
    return { outcome: "not-an-image" };
  }
  return { outcome: "stored", src: `/images/${await keepImage(sql, accountId, image)}` };
}

/** Keeps a picture that is WebP already, each once. @returns the SHA-256 of its bytes, by which it is found */
export async function keepImage(
  db: Queryable,
  accountId: number,
  { data, info }: { data: Buffer; info: { width: number; height: number } },
): Promise<string> {
  const sha256 = createHash("sha256").update(data).digest("hex");
  await db`
    insert into images (sha256, media_type, bytes, width, height, uploaded_by)
    values (${sha256}, 'image/webp', ${data}, ${info.width}, ${info.height}, ${accountId})
    on conflict (sha256) do nothing`;
  return sha256;
}

/** A stored picture, or null. */
export async function readImage(sha256: string): Promise<{ mediaType: string; bytes: Uint8Array } | null> {
  const [image] = await sql<{ mediaType: string; bytes: Uint8Array }[]>`
    select media_type as "mediaType", bytes from images where sha256 = ${sha256}`;
  return image ?? null;
}
