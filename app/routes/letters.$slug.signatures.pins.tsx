import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { isAuthorOf } from "#app/co-authors/authorship.server.ts";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { refusedForm, typedValues } from "#app/requests/form.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { accountOf, notFound } from "#app/requests/visitor.server.ts";
import { pinSignature, unpinSignature } from "#app/signatures/pin-signature.server.ts";
import { readPinned, readRoster } from "#app/signatures/roster.server.ts";
import { filterQuery, readFilter, rosterKey } from "#app/signatures/roster.ts";
import { type ListedSignature, Signatory } from "#app/signatures/signatory-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NextPage, Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await accountOf(args);
  const letter = await readLetter(args.params.slug ?? "");
  if (!letter || !(await isAuthorOf(letter.slug, account))) throw notFound();
  const { searchParams } = new URL(args.request.url);
  const filter = readFilter(searchParams, searchParams.get("list") === "imported");
  const [pinned, page] = await Promise.all([
    readPinned(letter.id),
    readRoster(letter.id, filter, rosterKey(searchParams.get("after"))),
  ]);
  return { letter, filter, pinned, ...page };
}

export async function action(args: ActionFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account } = await accountOf(args);
  const values = typedValues(await args.request.formData());
  const id = pageKey(values.signature ?? null);
  if (id === null) throw notFound();
  const { outcome } =
    values.intent === "unpin"
      ? await unpinSignature(slug, account.id, id)
      : await pinSignature(slug, account.id, id);
  if (outcome === "not-found") throw notFound();
  if (outcome === "full") return data(refusedForm({}, {}, "pins.full"), { status: 409 });
  return redirect(`/letters/${slug}/signatures/pins?done=${outcome}`, 303);
}

export const meta: MetaFunction<typeof loader> = phraseTitle("pins.title");

const notices = { pinned: "pins.pinned", unpinned: "pins.unpinned" } as const;

export default function Pins() {
  const { letter, filter, pinned, signatures, next } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useWords();
  const here = `/letters/${letter.slug}/signatures/pins`;
  const notice = form ? undefined : notices[search.get("done") as keyof typeof notices];
  return (
    <main id="main" className="page medium stack">
      <LetterPartHead letter={letter} title={t("pins.title")} />
      {notice ? <Notice>{t(notice)}</Notice> : null}
      <ErrorSummary form={form} />
      <p>{t("pins.lead")}</p>
      <h2>{t("pins.chosen")}</h2>
      {pinned.length === 0 ? <p className="quiet">{t("pins.none")}</p> : null}
      <Choosable signatures={pinned} intent="unpin" />
      <h2>{t("pins.find")}</h2>
      <form method="get" action={here} role="search" className="search">
        <label htmlFor="search">{t("roster.search")}</label>
        <div className="search-line">
          <input id="search" name="search" type="search" defaultValue={filter.search} maxLength={200} />
          <button className="button button-quiet">{t("roster.search.button")}</button>
        </div>
      </form>
      {signatures.length === 0 ? <p>{t("roster.filter.nobody")}</p> : null}
      <Choosable
        signatures={signatures.filter(
          ({ id, name }) => name !== null && !pinned.some((one) => one.id === id),
        )}
        intent="pin"
      />
      <NextPage href={next === null ? null : `${here}?${filterQuery(filter, next)}`} />
    </main>
  );
}

/** Signatories, each with the button that shows it first or no longer. */
function Choosable({ signatures, intent }: { signatures: ListedSignature[]; intent: "pin" | "unpin" }) {
  const { t } = useWords();
  return (
    <ul className="organisation-list">
      {signatures.map((signature) => (
        <li key={signature.id}>
          <Signatory signature={signature} numbered />
          <form method="post" data-once className="member-form">
            <input type="hidden" name="signature" value={signature.id} />
            <button className="button button-quiet" name="intent" value={intent}>
              {t(intent === "pin" ? "pins.pin" : "pins.unpin")}
              <span className="visually-hidden"> ({signature.name})</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
