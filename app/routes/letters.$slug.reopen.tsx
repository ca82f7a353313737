import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { isAuthorOf } from "#app/co-authors/authorship.server.ts";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import { todayInParis } from "#app/letters/close-letter.server.ts";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { ReopeningFields } from "#app/letters/letter.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { ReopenForm } from "#app/letters/reopen-form.tsx";
import { reopenLetter } from "#app/letters/reopen-letter.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { notFound, visitorOf, writerOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await writerOf(args);
  const letter = await readLetter(args.params.slug ?? "");
  if (!letter || (account && !(await isAuthorOf(letter.slug, account)))) throw notFound();
  return { letter, today: todayInParis() };
}

export async function action(args: ActionFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  if (!account) return data(refusedForm(values, {}, "form.loggedOut"), { status: 401 });
  const parsed = parseForm(ReopeningFields, values);
  if (!parsed.ok) return data(parsed.state, { status: 400 });
  const { outcome } = await reopenLetter(slug, account.id, parsed.value);
  switch (outcome) {
    case "reopened":
      return redirect(`/letters/${slug}`, 303);
    case "not-found":
      throw notFound();
    case "letter-archived":
      return data(refusedForm(values, {}, "reopen.archived"), { status: 409 });
    case "day-over":
      return data(refusedForm(values, { closesOn: "reopen.closesOn.over" }), { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = phraseTitle("reopen.title");

export default function ReopenLetter() {
  const { letter, today } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <main id="main" className="page narrow stack">
      <LetterPartHead letter={letter} title={t("reopen.title")} />
      <LoggedOutNotice form={form} />
      {letter.open && !form ? (
        <p>{t("reopen.open")}</p>
      ) : letter.state === "archived" && !form ? (
        <p>
          {t("reopen.archived")} <a href={`/letters/${letter.slug}/archive`}>{t("unarchive.link")}</a>
        </p>
      ) : (
        <ReopenForm letter={letter} today={today} form={form} />
      )}
    </main>
  );
}
