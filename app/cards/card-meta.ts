import type { MetaDescriptor } from "@remix-run/node";
import { cardSize } from "./card.ts";

/** What a page's head says of its picture (ogp.me). @param url of the picture, whole */
export const cardMeta = (url: string, alt: string): MetaDescriptor[] => [
  { property: "og:image", content: url },
  { property: "og:image:type", content: "image/png" },
  { property: "og:image:width", content: String(cardSize.width) },
  { property: "og:image:height", content: String(cardSize.height) },
  { property: "og:image:alt", content: alt },
  { name: "twitter:card", content: "summary_large_image" },
];
