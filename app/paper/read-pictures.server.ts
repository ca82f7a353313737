import sharp from "sharp";
import { type DocumentNode, imagesIn } from "#app/letters/document.ts";
import { readImage } from "#app/letters/store-image.server.ts";
import type { PaperPicture } from "./letter-paper.ts";

/** So many pictures of a letter stand in memory at once, each a few hundred kilobytes; of others the description is set. */
const mostPictures = 60;

/** The pictures of a document as PNG or JPEG, by their address in it: neither PDF nor Word takes WebP. */
export async function readPictures(document: DocumentNode): Promise<Map<string, PaperPicture>> {
  const pictures = new Map<string, PaperPicture>();
  for (const sha256 of [...new Set(imagesIn(document))].slice(0, mostPictures)) {
    const stored = await readImage(sha256);
    if (!stored) continue;
    const picture = sharp(stored.bytes);
    const { isOpaque } = await picture.stats();
    const type = isOpaque ? "jpg" : "png";
    const made = isOpaque ? picture.jpeg({ quality: 86 }) : picture.png();
    const { data, info } = await made.toBuffer({ resolveWithObject: true });
    pictures.set(`/images/${sha256}`, { bytes: data, type, width: info.width, height: info.height });
  }
  return pictures;
}
