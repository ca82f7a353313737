import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readCitedPassages } from "#app/doctrine/cite-provision.server.ts";
import { UnknownCitations } from "#app/doctrine/unknown-citations.tsx";
import { readDraft } from "#app/letters/draft-letter.server.ts";
import { LetterHead } from "#app/letters/letter-frame.tsx";
import { LetterText } from "#app/letters/letter-text.tsx";
import { missingForPublication, publishLetter } from "#app/letters/publish-letter.server.ts";
import { typedValues } from "#app/requests/form.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { accountOf, notFound } from "#app/requests/visitor.server.ts";
import { elsewhere } from "#app/requests/written-letter.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account } = await accountOf(args);
  const draft = await readDraft(slug, account.id);
  if (!draft) throw await elsewhere(slug, account.id);
  if (draft.role !== "author") throw redirect(`/letters/${slug}/draft`);
  const { passages, unknown } = await readCitedPassages(draft.document);
  return { draft, missing: missingForPublication(draft), passages, unknown, now: new Date() };
}

export async function action(args: ActionFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account } = await accountOf(args);
  const { revision: typed = null } = typedValues(await args.request.formData());
  const revision = pageKey(typed);
  const result = await publishLetter(slug, account.id, revision ?? 0);
  switch (result.outcome) {
    case "published":
      return redirect(`/letters/${slug}?published`, 303);
    case "stale":
      return data({ problem: "publish.stale" as const }, { status: 409 });
    case "incomplete":
    case "unknown-citations":
      return data({ problem: "publish.incomplete" as const }, { status: 400 });
    case "not-found":
      throw notFound();
  }
}

export const meta: MetaFunction<typeof loader> = phraseTitle("publish.title");

export default function PublishLetter() {
  const { draft, missing, passages, unknown, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <main id="main" className="page letter-page">
      <section className="publish-panel stack" aria-labelledby="publish-title">
        <h2 id="publish-title">{t("publish.title")}</h2>
        {refused ? (
          <div className="error-summary" role="alert" tabIndex={-1} autoFocus>
            <p>{t(refused.problem)}</p>
          </div>
        ) : null}
        {missing.length > 0 || unknown.length > 0 ? (
          <>
            <p>{t("publish.missing")}</p>
            <ul>
              {missing.map((phrase) => (
                <li key={phrase}>{t(phrase)}</li>
              ))}
              <UnknownCitations citations={unknown} />
            </ul>
            <p>
              <a className="button" href={`/letters/${draft.slug}/edit`}>
                {t("publish.back")}
              </a>
            </p>
          </>
        ) : (
          <>
            <p>{t("publish.text")}</p>
            <form method="post" className="actions" data-once>
              <input type="hidden" name="revision" value={draft.revision} />
              <button className="button button-seal">{t("publish.button")}</button>
              <a className="button button-quiet" href={`/letters/${draft.slug}/edit`}>
                {t("publish.back")}
              </a>
            </form>
          </>
        )}
      </section>
      <LetterHead letter={{ ...draft, open: true, publishedAt: now }} />
      <article className="letter-body">
        <LetterText document={draft.document} language={draft.language} passages={passages} />
        <p className="letter-author" lang={draft.language}>
          {draft.authorName}
        </p>
      </article>
    </main>
  );
}
