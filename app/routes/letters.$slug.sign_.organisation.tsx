import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SigningClosed } from "#app/administration/signing-closed.tsx";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { spokenForBy } from "#app/organisations/read-mandate.server.ts";
import { type FormState, parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt, wideNetworkOf } from "#app/requests/limit.server.ts";
import { refusedRestricted } from "#app/requests/restricted.ts";
import { notFound, visitorOf, writerOf } from "#app/requests/visitor.server.ts";
import { countersigners } from "#app/signatures/countersign-signature.server.ts";
import { SignForForm as SignForFields } from "#app/signatures/sign-for.ts";
import { SignForForm, SignForPreview } from "#app/signatures/sign-for-form.tsx";
import { signForOrganisation } from "#app/signatures/sign-for-organisation.server.ts";
import { previewOf } from "#app/signatures/sign-for-preview.ts";
import type { ListedSignature } from "#app/signatures/signatory-list.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { useReader, useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const letter = await readLetter(args.params.slug ?? "");
  if (!letter) throw notFound();
  const { account } = await writerOf(args);
  const done = new URL(args.request.url).searchParams.get("signed");
  const organisations = account ? await spokenForBy(account.id) : [];
  const officers = await Promise.all(
    organisations.map(async ({ id, name }) =>
      (await countersigners(id, account?.id ?? 0)).map((officer) => ({ ...officer, organisation: name })),
    ),
  );
  return {
    letter,
    organisations: organisations.map(({ slug, name, mandate }) => ({ slug, name, mandate })),
    officers: officers.flat(),
    done,
  };
}

type Answer = { form: FormState; preview: ListedSignature | null };

export async function action(args: ActionFunctionArgs) {
  const slug = args.params.slug ?? "";
  const here = `/letters/${slug}/sign/organisation`;
  const { account, language } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  const refuse = (form: FormState, status: number, headers?: HeadersInit) =>
    data<Answer>({ form, preview: null }, { status, headers });
  if (!account) return refuse(refusedForm(values, {}, "form.loggedOut"), 401);
  const parsed = parseForm(SignForFields, values);
  if (!parsed.ok) return refuse(parsed.state, 400);
  const organisation = (await spokenForBy(account.id)).find((one) => one.slug === parsed.value.organisation);
  if (!organisation) return refuse(refusedForm(values, { organisation: "signFor.forbidden" }), 403);
  if (values.intent === "change") return refuse({ values, errors: {} }, 200);
  if (values.intent !== "sign") {
    const preview = previewOf(organisation, account, parsed.value);
    return data<Answer>({ form: { values, errors: {} }, preview });
  }
  const wait = await takeAttempt({ "sign for by account": account.id });
  if (wait !== null)
    return refuse(refusedForm(values, {}, "form.tooOften"), 429, { "Retry-After": String(wait) });
  const result = await signForOrganisation(
    slug,
    organisation,
    account,
    parsed.value,
    args.context.origin,
    wideNetworkOf(args.context.clientAddress),
  );
  if (result.outcome === "restricted") return refuse(refusedRestricted(values, language, result.until), 403);
  const { outcome } = result;
  switch (outcome) {
    case "signed":
      return redirect(`${here}?signed=organisation`, 303);
    case "signed-as-person":
      return redirect(`${here}?signed=person`, 303);
    case "already-signed":
      return refuse(
        refusedForm(
          values,
          {},
          organisation.mandate.level === "declared" ? "signFor.already.declared" : "signFor.already",
        ),
        409,
      );
    case "forbidden":
      return refuse(refusedForm(values, { organisation: "signFor.forbidden" }), 403);
    case "no-countersigner":
      return refuse(refusedForm(values, { countersigner: "signFor.countersigner.wrong" }), 400);
    case "signing-closed":
      return refuse(refusedForm(values, {}, "sign.closedEverywhere"), 409);
    case "letter-closed":
      return refuse(refusedForm(values, {}, "sign.closed"), 409);
    case "version-changed":
      return refuse(refusedForm(values, {}, "sign.versionChanged"), 409);
    case "not-found":
      throw notFound();
  }
}

export const meta: MetaFunction<typeof loader> = phraseTitle("signFor.title");

export default function SignForOrganisation() {
  const { letter, organisations, officers, done } = useLoaderData<typeof loader>();
  const answer = useActionData<Answer>();
  const { t } = useWords();
  const closed = Boolean(useReader()?.signingClosed);
  const chosen = organisations.find(({ slug }) => slug === answer?.form.values.organisation);
  return (
    <main id="main" className="page narrow stack">
      <LetterPartHead letter={letter} title={t("signFor.title")} />
      {done && !answer ? (
        <Notice>{t(done === "organisation" ? "signFor.done" : "signFor.done.declared")}</Notice>
      ) : null}
      {answer?.preview && chosen ? (
        <SignForPreview organisation={chosen} signature={answer.preview} values={answer.form.values} />
      ) : closed && !done && !answer ? (
        <SigningClosed />
      ) : !letter.open && !answer ? (
        <p>{t("letter.closed.text")}</p>
      ) : organisations.length === 0 && !answer ? (
        <p>
          {t("signFor.none")} <a href="/organisations">{t("organisations.title")}</a>
        </p>
      ) : done && !answer ? null : (
        <>
          <p>
            {t("signFor.lead", { version: letter.version })}{" "}
            <a href={`/letters/${letter.slug}`}>{t("sign.read")}</a>
          </p>
          <SignForForm
            version={letter.version}
            organisations={organisations}
            officers={officers}
            form={answer?.form}
          />
          <p>
            <a href={`/letters/${letter.slug}/sign`}>{t("signFor.myself")}</a>
          </p>
        </>
      )}
      {done && !answer ? (
        <p>
          <a href={`/letters/${letter.slug}`}>{t("letter.back")}</a>
        </p>
      ) : null}
    </main>
  );
}
