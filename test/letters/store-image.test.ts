import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { readImage, storeImage } from "#app/letters/store-image.server.ts";
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
