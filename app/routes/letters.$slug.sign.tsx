import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SigningClosed } from "#app/administration/signing-closed.tsx";
import { readRunningSettings } from "#app/administration/read-settings.server.ts";
import { isLanguage } from "#app/languages/language.ts";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { readLetter, readVersion } from "#app/letters/read-letter.server.ts";
import { type FormState, parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { networkOf, takeAttempt, wideNetworkOf } from "#app/requests/limit.server.ts";
import { restrictionNow } from "#app/moderation/restriction.server.ts";
import { refusedRestricted } from "#app/requests/restricted.ts";
import { notFound, visitorOf } from "#app/requests/visitor.server.ts";
import { fellIntoTrap, judgeEffort } from "#app/signatures/prove-effort.server.ts";
import { WaitForm } from "#app/signatures/prove-effort.tsx";
import { signLetter } from "#app/signatures/sign-letter.server.ts";
import { SignForm } from "#app/signatures/sign-form.tsx";
import { SignForm as SignFormFields } from "#app/signatures/signature.ts";
import { signerKey } from "#app/signatures/signer-key.ts";
import { addressIn } from "#app/translations/address-in.ts";
import { ReadingNote } from "#app/translations/language-switch.tsx";
import { readInLanguage } from "#app/translations/read-in-language.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { useReader, useWords } from "#app/ui/words.tsx";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const letter = await readLetter(params.slug ?? "");
  if (!letter) throw notFound();
  context.madeOf.add(`letter:${letter.id}`);
  const { account } = await visitorOf({ request, context });
  const search = new URL(request.url).searchParams;
  const wanted = search.get("in");
  const version = wanted === null ? null : await readVersion(letter.id, letter.version);
  const reading = version && (await readInLanguage(letter.id, version, wanted));
  return { letter, reading, mailed: search.has("mailed"), loggedIn: account !== null };
}

type Refused = FormState & { effort?: { wait: string; seconds: number } };

export async function action(args: ActionFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account, language } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  // Who signs as a stranger is known by nothing but an address, of which no answer tells anything.
  const restriction = account && (await restrictionNow(account.id));
  if (restriction)
    return data<Refused>(refusedRestricted(values, language, restriction.until), { status: 403 });
  const parsed = parseForm(SignFormFields, values);
  if (!parsed.ok) return data<Refused>(parsed.state, { status: 400 });
  // Nobody's machine works on a proof for nothing.
  if (!(await readRunningSettings()).signingOpen && (await readLetter(slug)))
    return data<Refused>(refusedForm(values, {}, "sign.closedEverywhere"), { status: 409 });
  const network = networkOf(args.context.clientAddress);
  const effort = await judgeEffort(values, network);
  // The status of an answer is the action's, even when the page is that of a letter that does not exist.
  if (effort.outcome === "wait" && !(await readLetter(slug))) throw notFound();
  if (effort.outcome === "wait")
    return data<Refused>({ ...refusedForm(values, {}), effort }, { status: 202 });
  const wideNetwork = wideNetworkOf(args.context.clientAddress);
  const wait = await takeAttempt({
    "sign by network": network,
    "sign by wide network": wideNetwork,
    "sign by letter and wide network": `${slug}:${wideNetwork}`,
    "sign by address": signerKey(parsed.value.email),
    "mail by address": `${slug}:${signerKey(parsed.value.email)}`,
  });
  if (wait !== null)
    return data<Refused>(refusedForm(values, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  const { outcome } = values.homepage
    ? fellIntoTrap()
    : await signLetter(slug, parsed.value, language, args.context.origin, wideNetwork);
  switch (outcome) {
    case "mailed":
      return redirect(`/letters/${slug}/sign?mailed${inLanguageOf(args.request)}`, 303);
    case "not-found":
      throw notFound();
    case "signing-closed":
      return data<Refused>(refusedForm(values, {}, "sign.closedEverywhere"), { status: 409 });
    case "letter-closed":
      return data<Refused>(refusedForm(values, {}, "sign.closed"), { status: 409 });
    case "version-changed":
      return data<Refused>(refusedForm(values, {}, "sign.versionChanged"), { status: 409 });
  }
}

/** The language that the letter was read in, as a part of an address; empty for the original. */
function inLanguageOf(request: Request): string {
  const language = new URL(request.url).searchParams.get("in");
  return isLanguage(language) ? `&in=${language}` : "";
}

export const meta: MetaFunction<typeof loader> = phraseTitle("sign.title");

export default function SignPage() {
  const { letter, reading, mailed, loggedIn } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  const closed = Boolean(useReader()?.signingClosed);
  const { slug } = letter;
  const shown = reading?.text ?? letter;
  const page = addressIn(`/letters/${slug}`, letter.language, shown.language);
  const target = addressIn(`/letters/${slug}/sign`, letter.language, shown.language);
  const head = { slug, title: shown.title, language: shown.language };
  if (mailed && !form)
    return (
      <main id="main" className="page narrow stack">
        <LetterPartHead letter={head} href={page} title={t("sign.mailed.title")} />
        <p className="lead">{t("sign.mailed.text")}</p>
        <p>{t("sign.mailed.wait")}</p>
        <p>
          <a href={page}>{t("letter.back")}</a>
        </p>
      </main>
    );
  if (form?.effort)
    return (
      <main id="main" className="page narrow stack">
        <LetterPartHead letter={head} href={page} title={t("effort.title")} />
        <WaitForm action={target} values={form.values} {...form.effort} />
      </main>
    );
  return (
    <main id="main" className="page narrow stack">
      <LetterPartHead letter={head} href={page} title={t("sign.title")} />
      {closed ? <SigningClosed /> : null}
      {form || (letter.open && !closed) ? (
        <>
          <p>
            {t("sign.lead", { version: letter.version })} <a href={page}>{t("sign.read")}</a>
          </p>
          {reading ? <ReadingNote reading={reading} number={letter.version} /> : null}
          {loggedIn ? (
            <p>
              <a href={`/letters/${letter.slug}/sign/organisation`}>{t("signFor.link")}</a>
            </p>
          ) : null}
          <SignForm action={target} version={letter.version} form={form} />
        </>
      ) : letter.open ? null : (
        <p>{t("letter.closed.text")}</p>
      )}
    </main>
  );
}
