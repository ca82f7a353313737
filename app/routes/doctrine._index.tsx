import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { textHref } from "#app/doctrine/doctrine-text.ts";
import { listTexts } from "#app/doctrine/read-text.server.ts";
import { formatCalendarDay } from "#app/languages/translate.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { account } = await visitorOf(args);
  const texts = await listTexts();
  context.madeOf.add("texts");
  for (const { id } of texts) context.madeOf.add(`text:${id}`);
  return { texts, imports: account?.role === "admin" };
}

export const meta: MetaFunction<typeof loader> = phraseTitle("doctrine.title", { indexed: true });

export default function Texts() {
  const { texts, imports } = useLoaderData<typeof loader>();
  const { t, language, number } = useWords();
  return (
    <main id="main" className="page medium stack">
      <h1>{t("doctrine.title")}</h1>
      <p className="lead">{t("doctrine.lead")}</p>
      {imports ? (
        <p>
          <a href="/doctrine/import">{t("doctrineImport.title")}</a>
        </p>
      ) : null}
      {texts.length === 0 ? (
        <p className="quiet">{t("doctrine.empty")}</p>
      ) : (
        <ul className="letter-list">
          {texts.map((text) => (
            <li key={text.id}>
              <h2 lang={text.language}>
                <a href={textHref(text.slug)}>{text.title}</a>
              </h2>
              <p className="quiet">
                {[
                  t("doctrine.state", { day: formatCalendarDay(language, text.dated) }),
                  t("doctrine.provisions", {
                    count: text.pieceCount,
                    number: number(text.pieceCount),
                  }),
                  t("letter.comments", { count: text.comments, number: number(text.comments) }),
                  t("doctrine.citingLetters", { count: text.letters, number: number(text.letters) }),
                ].join(" · ")}
              </p>
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}
