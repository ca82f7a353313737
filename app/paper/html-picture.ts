import { type DocumentNode, isOwnImage } from "#app/letters/document.ts";
import type { HtmlReading } from "./html-reading.ts";
import { attribute, type HtmlElement } from "./html-tree.ts";
import { pictureKey } from "./written-file.ts";

/** A picture of a page: one of ours, or one whose bytes stand in its address. Of another its description is all there is. */
export function pictureOf(element: HtmlElement, reading: HtmlReading): DocumentNode | string {
  const { losses, pictures, origin } = reading;
  const alt = (attribute(element, "alt") ?? "").replace(/\s+/gu, " ").trim();
  const source = attribute(element, "src") ?? "";
  const path = source.startsWith(`${origin}/`) ? source.slice(origin.length) : source;
  const named = attribute(element, "data-picture");
  const own = [named, path].find(isOwnImage) ?? null;
  const data = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,([A-Za-z0-9+/=\s]+)$/i.exec(source)?.[1];
  const bytes = data === undefined ? null : new Uint8Array(Buffer.from(data, "base64"));
  if (!own && !bytes) {
    losses.add("pictures", alt);
    return alt;
  }
  if (alt === "") {
    losses.add("undescribed");
    return "";
  }
  const key = pictureKey(pictures.length);
  pictures.push({ key, own, bytes });
  return { type: "image", attrs: { src: key, alt } };
}
