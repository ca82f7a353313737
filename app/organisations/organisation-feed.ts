import type { Feed } from "#app/feeds/atom.ts";
import type { Language } from "#app/languages/language.ts";
import type { Translate } from "#app/languages/translate.ts";
import type { OwnLetter } from "#app/letters/letters-of-organisation.server.ts";
import type { SignedLetter } from "#app/signatures/signed-letters.server.ts";
import type { Organisation } from "./organisation.ts";

/** The letters that an organisation published and those that it signed, as one feed. */
export function organisationFeed(
  { slug, name }: Pick<Organisation, "slug" | "name">,
  letters: { written: OwnLetter[]; signed: SignedLetter[] },
  t: Translate,
  language: Language,
): Feed {
  const page = `/organisations/${slug}`;
  const written = letters.written.map((letter) => ({
    id: `/letters/${letter.slug}`,
    path: `/letters/${letter.slug}`,
    at: letter.publishedAt,
    title: t("feeds.published", { name, title: letter.title }),
    author: name,
  }));
  const signed = letters.signed.map((letter) => ({
    id: `${page}#signed-${letter.id}`,
    path: `/letters/${letter.slug}`,
    at: letter.signedAt,
    title: t("feeds.signed", { name, title: letter.title }),
  }));
  const entries = [...written, ...signed].sort((a, b) => b.at.getTime() - a.at.getTime());
  return { path: `${page}/feed.atom`, page, title: name, language, entries };
}
