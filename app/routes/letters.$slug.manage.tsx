import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isAuthorOf } from "#app/co-authors/authorship.server.ts";
import { useLoaderData } from "@remix-run/react";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { LetterWork } from "#app/letters/letter-work.tsx";
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

export const meta: MetaFunction<typeof loader> = phraseTitle("manage.title");

export default function ManageLetter() {
  const { letter } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <main id="main" className="page medium stack">
      <LetterPartHead letter={letter} title={t("manage.title")} />
      <LetterWork letter={letter} />
    </main>
  );
}
