import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { isAuthorOf } from "#app/co-authors/authorship.server.ts";
import { useActionData, useLoaderData } from "@remix-run/react";
import { archiveLetter, unarchiveLetter } from "#app/letters/archive-letter.server.ts";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { typedValues } from "#app/requests/form.ts";
import { accountOf, notFound } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
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
  const { intent } = typedValues(await args.request.formData());
  if (intent !== "archive" && intent !== "unarchive") throw data(null, { status: 400 });
  const { outcome } =
    intent === "unarchive" ? await unarchiveLetter(slug, account.id) : await archiveLetter(slug, account.id);
  if (outcome === "not-found") throw notFound();
  if (outcome === "letter-open") return data({ problem: "archive.open" as const }, { status: 409 });
  return redirect(`/letters/${slug}`, 303);
}

export const meta: MetaFunction<typeof loader> = phraseTitle("archive.title");

export default function ArchiveLetter() {
  const { letter } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const archived = letter.state === "archived";
  return (
    <main id="main" className="page narrow stack">
      <LetterPartHead letter={letter} title={t(archived ? "unarchive.title" : "archive.title")} />
      {refused ? <Notice>{t(refused.problem)}</Notice> : null}
      {letter.open ? (
        <p>
          {refused ? null : t("archive.open")}{" "}
          <a href={`/letters/${letter.slug}/close`}>{t("close.title")}</a>
        </p>
      ) : (
        <form method="post" className="stack" data-once>
          <p>{t(archived ? "unarchive.text" : "archive.text")}</p>
          <p>
            <button className="button button-seal" name="intent" value={archived ? "unarchive" : "archive"}>
              {t(archived ? "unarchive.button" : "archive.button")}
            </button>
          </p>
        </form>
      )}
    </main>
  );
}
