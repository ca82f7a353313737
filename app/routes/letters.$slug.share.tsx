import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { badgeCode, embedCode } from "#app/embeds/embed-code.ts";
import { EmbedSection } from "#app/embeds/embed-section.tsx";
import { MastodonForm } from "#app/embeds/mastodon-form.tsx";
import { mastodonLink, readInstance } from "#app/embeds/share-links.ts";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { readLetter, readVersion } from "#app/letters/read-letter.server.ts";
import { notFound } from "#app/requests/visitor.server.ts";
import { addressIn } from "#app/translations/address-in.ts";
import { readInLanguage } from "#app/translations/read-in-language.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { useWords } from "#app/ui/words.tsx";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const letter = await readLetter(params.slug ?? "");
  const version = letter && (await readVersion(letter.id, letter.version));
  const { searchParams } = new URL(request.url);
  const reading = version && (await readInLanguage(letter.id, version, searchParams.get("in")));
  if (!reading) throw notFound();
  context.madeOf.add(`letter:${letter.id}`);
  const { title, language } = reading.text;
  const page = `${context.origin}/letters/${letter.slug}`;
  const at = (address: string) => addressIn(address, reading.original, language);
  const typed = (searchParams.get("instance") ?? "").slice(0, 300).trim();
  const instance = readInstance(typed);
  const shown = {
    letter: { slug: letter.slug, title, language },
    asked: reading.original === language ? null : language,
    mastodon: { typed, instance, link: instance && mastodonLink(instance, title, at(page)) },
    card: embedCode(context.origin, at(`${page}/embed`), title),
    badge: badgeCode({ page: at(page), picture: `${page}/badge.svg` }, title),
  };
  return data(shown, { status: typed !== "" && instance === null ? 400 : 200 });
}

export const meta: MetaFunction = phraseTitle("embeds.title");

export default function Share() {
  const { letter, asked, mastodon, card, badge } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <main id="main" className="page narrow stack">
      <LetterPartHead letter={letter} title={t("embeds.title")} />
      <MastodonForm asked={asked} mastodon={mastodon} />
      <EmbedSection letter={letter} card={card} badge={badge} />
    </main>
  );
}
