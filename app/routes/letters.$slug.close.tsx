import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { closeLetter } from "#app/letters/close-letter.server.ts";
import { isAuthorOf } from "#app/co-authors/authorship.server.ts";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { accountOf, notFound } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await accountOf(args);
  const letter = await readLetter(args.params.slug ?? "");
  if (!letter || !(await isAuthorOf(letter.slug, account))) throw notFound();
  return { letter };
}

export async function action(args: ActionFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account } = await accountOf(args);
  const { outcome } = await closeLetter(slug, account.id);
  if (outcome === "not-found") throw notFound();
  return redirect(`/letters/${slug}`, 303);
}

export const meta: MetaFunction<typeof loader> = phraseTitle("close.title");

export default function CloseLetter() {
  const { letter } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <main id="main" className="page narrow stack">
      <LetterPartHead letter={letter} title={t("close.title")} />
      {letter.open ? (
        <form method="post" className="stack" data-once>
          <p>{t("close.text")}</p>
          <p>
            <button className="button button-seal">{t("close.button")}</button>
          </p>
        </form>
      ) : (
        <p>
          {t(letter.state === "archived" ? "letter.archived.text" : "letter.closed.text")}{" "}
          <a href={`/letters/${letter.slug}/manage`}>{t("manage.link")}</a>
        </p>
      )}
    </main>
  );
}
