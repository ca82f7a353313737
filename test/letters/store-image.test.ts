import { createHash, randomBytes } from "node:crypto";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { readImage, storeImage } from "#app/letters/store-image.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount } from "../made-up.ts";

useDatabase();
let accountId: number;
beforeAll(async () => {
  accountId = (await makeAccount()).id;
});

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#1d3f72" } });

async function stored(bytes: Uint8Array) {
  const result = await storeImage(accountId, bytes);
  if (result.outcome !== "stored") throw new Error(result.outcome);
  const image = await readImage(result.src.slice("/images/".length));
  return { src: result.src, metadata: await sharp(image?.bytes).metadata(), mediaType: image?.mediaType };
}

test("a photograph becomes WebP, small enough, upright, without its place and camera", async () => {
  const photo = await picture(3000, 1500)
    .withExif({ IFD0: { Model: "Camera of Ada" }, IFD3: { GPSLatitude: "48/1 51/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { metadata, mediaType } = await stored(photo);
  expect(mediaType).toBe("image/webp");
  expect([metadata.width, metadata.height]).toEqual([1000, 2000]);
  expect(metadata.exif).toBeUndefined();
});

test("a small picture keeps its size, and the same one is stored once", async () => {
  const bytes = await picture(40, 30).png().toBuffer();
  const first = await stored(bytes);
  expect([first.metadata.width, first.metadata.height]).toEqual([40, 30]);
  expect((await stored(bytes)).src).toBe(first.src);
});

test.each([
  ["text", new TextEncoder().encode("hello")],
  [
    "SVG, which can run scripts",
    new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  ],
  ["nothing", new Uint8Array()],
  ["a PNG cut short", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
])("%s is no picture", async (_what, bytes) => {
  expect(await storeImage(accountId, bytes)).toEqual({ outcome: "not-an-image" });
});

test.each(["jpeg", "png", "webp", "gif", "avif"] as const)(
  "a real %s is stored under the hash of its bytes",
  async (format) => {
    const bytes = await picture(60, 40).toFormat(format).toBuffer();
    const { src, metadata, mediaType } = await stored(bytes);
    expect([metadata.format, metadata.width, metadata.height, mediaType]).toEqual([
      "webp",
      60,
      40,
      "image/webp",
    ]);
    const image = await readImage(src.slice("/images/".length));
    expect(src).toBe(
      `/images/${createHash("sha256")
        .update(image?.bytes ?? "")
        .digest("hex")}`,
    );
  },
);

test("no comment, colour profile or XMP of the file goes along", async () => {
  const png = await picture(30, 30)
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Ada was here</x:xmpmeta>')
    .withIccProfile("p3")
    .png()
    .toBuffer();
  const { src, metadata } = await stored(png);
  expect([metadata.exif, metadata.xmp, metadata.icc, metadata.iptc]).toEqual(Array(4).fill(undefined));
  const image = await readImage(src.slice("/images/".length));
  expect(Buffer.from(image?.bytes ?? []).includes("Ada was here")).toBe(false);
});

test("what is see-through stays so", async () => {
  const clear = sharp({
    create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  });
  const { metadata } = await stored(await clear.png().toBuffer());
  expect(metadata.hasAlpha).toBe(true);
});

test("a picture without any two points alike, as large as they come, still fits", async () => {
  const raw = { width: 2000, height: 2000, channels: 3 as const };
  const noise = sharp(randomBytes(raw.width * raw.height * 3), { raw });
  const { metadata } = await stored(await noise.jpeg({ quality: 95 }).toBuffer());
  expect([metadata.width, metadata.height]).toEqual([2000, 2000]);
});

test.each([
  ["more points than fifty millions", () => picture(8000, 6300).png().toBuffer()],
  ["a format nobody sends by hand", () => picture(20, 20).tiff().toBuffer()],
  ["a JPEG cut short", async () => (await picture(400, 400).jpeg().toBuffer()).subarray(0, 900)],
  ["a GIF in name alone", () => Promise.resolve(Buffer.from("GIF89a<script>alert(1)</script>"))],
])("%s: nothing is stored", async (_what, make) => {
  const before = await sql`select 1 from images`;
  expect(await storeImage(accountId, await make())).toEqual({ outcome: "not-an-image" });
  expect((await sql`select 1 from images`).count).toBe(before.count);
});

test("an unknown or mangled name is no picture", async () => {
  for (const name of ["", "0".repeat(64), "../etc", "A".repeat(64)]) expect(await readImage(name)).toBeNull();
});
