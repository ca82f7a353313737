import type { MetaDescriptor } from "@remix-run/node";
import { type Phrase, translator } from "#app/languages/translate.ts";
import type { PageReader } from "./words.tsx";

type Matches = readonly ({ id: string; data?: unknown } | undefined)[];

/** The reader among a meta function's matches; undefined when the root loader failed. */
export function readerIn(matches: Matches): PageReader | undefined {
  return matches.find((match) => match?.id === "root")?.data as PageReader | undefined;
}

/** The title of a page whose name is a phrase; such pages are not for search engines unless `indexed`. */
export function phraseTitle(phrase: Phrase, options: { indexed?: boolean } = {}) {
  return ({ matches }: { matches: Matches }): MetaDescriptor[] => {
    const t = translator(readerIn(matches)?.language ?? "en");
    const robots = options.indexed ? [] : [{ name: "robots", content: "noindex" }];
    return [{ title: `${t(phrase)} · Tribune` }, ...robots];
  };
}
