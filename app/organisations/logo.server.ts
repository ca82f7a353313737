import sharp from "sharp";

const largest = 512;
/** A drawing may say that it is any size; more is refused before anything is drawn. */
const mostPixels = 50_000_000;
const formats = ["png", "jpeg", "webp", "avif", "heif", "gif", "svg"];

type Drawn = { data: Buffer; info: { width: number; height: number } };

/**
 * A logo as it is kept: WebP of 512 pixels at most, whatever was sent. Of an SVG only what it looks like is left: no
 * script, no link. It is read from memory, without an address of its own, so that librsvg resolves no reference in it to
 * a file or another site.
 */
export async function drawLogo(bytes: Uint8Array): Promise<Drawn | "not-an-image"> {
  try {
    const { format, width, height } = await sharp(bytes, { limitInputPixels: mostPixels }).metadata();
    if (!formats.includes(format)) return "not-an-image";
    // A drawing is drawn in the size that is kept; at 72 dots an inch its own pixels are pixels.
    const density =
      format === "svg" ? Math.min(7200, Math.max(1, (72 * largest) / Math.max(width, height))) : 72;
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", density })
      .rotate()
      .resize({ width: largest, height: largest, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 90 })
      .timeout({ seconds: 10 })
      .toBuffer({ resolveWithObject: true });
  } catch {
    return "not-an-image";
  }
}
