import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import type { CoAuthorRole } from "#app/co-authors/co-author.ts";
import { listOwnLetters } from "#app/letters/draft-letter.server.ts";
import { typeset } from "#app/languages/french-spacing.ts";
import { accountOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { Moment, useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await accountOf(args);
  return { letters: await listOwnLetters(account.id) };
}

export const meta: MetaFunction = phraseTitle("mine.title");

const hrefOf = ({ slug, state, role }: { slug: string; state: string; role: CoAuthorRole }) =>
  state !== "draft"
    ? `/letters/${slug}`
    : `/letters/${slug}/${role === "author" || role === "editor" ? "edit" : "draft"}`;

export default function OwnLetters() {
  const { letters } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { t } = useWords();
  return (
    <main id="main" className="page medium stack">
      <h1>{t("mine.title")}</h1>
      {search.has("deleted") ? <Notice>{t("mine.deleted")}</Notice> : null}
      {search.has("left") ? <Notice>{t("coAuthors.left")}</Notice> : null}
      <p>
        <a className="button" href="/letters/new">
          {t("home.write")}
        </a>
      </p>
      {letters.length === 0 ? <p>{t("mine.empty")}</p> : null}
      <ul className="rows">
        {letters.map((letter) => (
          <li key={letter.slug}>
            <a lang={letter.language} href={hrefOf(letter)}>
              {typeset(letter.title, letter.language)}
            </a>
            <p className="quiet">
              <span className={`state state-${letter.state}`}>{t(`letter.state.${letter.state}`)}</span>{" "}
              {letter.role === "author" ? null : <>{t(`coAuthors.role.${letter.role}`)} · </>}
              {t("mine.edited")} <Moment at={letter.editedAt} />
            </p>
          </li>
        ))}
      </ul>
    </main>
  );
}
