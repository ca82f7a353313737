import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { feedMeta } from "#app/feeds/feed-link.tsx";
import { translator } from "#app/languages/translate.ts";
import { LetterList } from "#app/letters/letter-list.tsx";
import { listLetters } from "#app/letters/read-letter.server.ts";
import { readerIn } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { useReader, useWords } from "#app/ui/words.tsx";

export async function loader({ context }: LoaderFunctionArgs) {
  context.madeOf.add("letters");
  const [newest, mostSigned, closingSoon] = await Promise.all([
    listLetters("newest", null),
    listLetters("most-signed", null),
    listLetters("closing-soon", null),
  ]);
  return {
    newest: newest.letters.slice(0, 6),
    mostSigned: mostSigned.letters.slice(0, 4),
    closingSoon: closingSoon.letters.slice(0, 4),
  };
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => {
  const reader = readerIn(matches);
  const t = translator(reader?.language ?? "en");
  return [
    { title: `Tribune · ${t("home.title")}` },
    { name: "description", content: t("home.lead") },
    { property: "og:title", content: t("home.title") },
    { property: "og:description", content: t("home.lead") },
    { property: "og:type", content: "website" },
    { property: "og:site_name", content: "Tribune" },
    { property: "og:url", content: `${reader?.origin ?? ""}/` },
    feedMeta("/feed.atom"),
  ];
};

export default function Home() {
  const { newest, mostSigned, closingSoon } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const reader = useReader();
  const { t } = useWords();
  return (
    <main id="main" className="page home">
      {search.has("joined") && reader?.account ? <Notice>{t("join.joined")}</Notice> : null}
      <section className="home-opening">
        <h1>{t("home.title")}</h1>
        <p className="lead">{t("home.lead")}</p>
        <p className="actions">
          <a className="button" href="/letters/new">
            {t("home.write")}
          </a>
          <a className="button button-quiet" href="/letters">
            {t("home.read")}
          </a>
        </p>
      </section>
      <div className="home-columns">
        <section aria-labelledby="newest">
          <h2 id="newest">{t("letters.newest")}</h2>
          <LetterList letters={newest} />
        </section>
        <aside>
          {closingSoon.length > 0 ? (
            <section aria-labelledby="closing-soon">
              <h2 id="closing-soon">{t("letters.closing-soon")}</h2>
              <LetterList letters={closingSoon} short />
            </section>
          ) : null}
          {mostSigned.length > 0 ? (
            <section aria-labelledby="most-signed">
              <h2 id="most-signed">{t("letters.most-signed")}</h2>
              <LetterList letters={mostSigned} short />
            </section>
          ) : null}
          <section aria-labelledby="promises" className="promises">
            <h2 id="promises">{t("home.promises")}</h2>
            <ol>
              <li>{t("home.promise.text")}</li>
              <li>{t("home.promise.organisation")}</li>
              <li>{t("home.promise.answer")}</li>
              <li>{t("home.promise.record")}</li>
            </ol>
          </section>
        </aside>
      </div>
    </main>
  );
}
