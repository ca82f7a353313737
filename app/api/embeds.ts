import { address, asked, type Chapter, count, json, object, oneOf, reads, text } from "./schema.ts";

/** What other sites show of letters. */
export const embeds: Chapter = {
  paths: {
    "/oembed": reads(
      "readOembed",
      "embeds",
      "A letter's card for other sites, as oembed.com says",
      json(
        object({
          version: { type: "string", const: "1.0" },
          type: { type: "string", const: "rich" },
          title: text(),
          author_name: text(),
          provider_name: text(),
          provider_url: address(),
          cache_age: count("Seconds."),
          width: count(),
          height: count(),
          html: text(),
          thumbnail_url: address(),
          thumbnail_width: count(),
          thumbnail_height: count(),
        }),
      ),
      {
        parameters: [
          { ...asked("url", "The address of a letter here.", address()), required: true },
          asked("maxwidth", "Pixels.", count()),
          asked("maxheight", "Pixels.", count()),
          asked("format", "JSON only: 501 for another.", oneOf(["json"])),
        ],
      },
    ),
  },
};
