import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { typeset } from "#app/languages/french-spacing.ts";
import { readComparison } from "#app/letters/read-comparison.server.ts";
import { listVersions } from "#app/letters/read-letter.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { parseForm, typedValues } from "#app/requests/form.ts";
import { networkOf, takeAttempt } from "#app/requests/limit.server.ts";
import { type Answered, signNewVersion, stayOnVersion } from "#app/signatures/answer-version.server.ts";
import {
  confirmSignature,
  readOwnSignature,
  withdrawSignature,
} from "#app/signatures/confirm-signature.server.ts";
import { ConsentLine } from "#app/signatures/consent-line.tsx";
import { InformedChoice, QuotableChoice } from "#app/signatures/signature-wishes.tsx";
import { keepInformed, permitPress } from "#app/signatures/signature-wishes.server.ts";
import { distinguishSignature } from "#app/signatures/distinguish-signature.server.ts";
import { DistinctionForm } from "#app/signatures/signature.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";
import { secretPageHeaders } from "#app/requests/secret-page.ts";
import { Distinction, SignatureFacts } from "#app/signatures/own-signature.tsx";
import { choices, VersionChoice } from "#app/signatures/version-choice.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage, Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const signature = await readOwnSignature(params.token ?? "");
  const headers = secretPageHeaders;
  if (!signature) return data({ signature: null, token: "", choice: null }, { status: 404, headers });
  const { letterId, id: _id, organisationId: _organisation, accountId: _account, ...shown } = signature;
  const asked = new URL(request.url).searchParams.get("choose");
  const chosen = choices.find((choice) => choice === asked) ?? null;
  const { version, newest } = signature;
  const comparison =
    signature.stands && version < newest ? await readComparison(letterId, version, newest) : null;
  const versions = comparison ? await listVersions(letterId) : [];
  const reasons = versions.filter(({ number }) => number > version);
  const choice = comparison && { comparison, chosen, reasons };
  return data({ signature: shown, token: params.token ?? "", choice }, { headers });
}

const refusals: Partial<Record<Answered["outcome"], Phrase>> = {
  "version-changed": "answer.versionChanged",
  "letter-closed": "answer.letterClosed",
  "no-mandate": "answer.noMandate",
};

export async function action({ params, request, context }: ActionFunctionArgs) {
  const wait = await takeAttempt({ "token by network": networkOf(context.clientAddress) });
  if (wait !== null) throw data(null, { status: 429, headers: { "Retry-After": String(wait) } });
  const token = params.token ?? "";
  const form = typedValues(await request.formData());
  // Every outcome is a state of the signature, and its page says which: confirming twice looks like once.
  const intent = form.intent;
  if (intent === "sign" || intent === "stay") {
    const version = pageKey(form.version ?? null) ?? 0;
    const { outcome } =
      intent === "sign"
        ? await signNewVersion(token, version, context.origin)
        : await stayOnVersion(token, version);
    if (outcome in refusals) return data({ problem: refusals[outcome] }, { status: 409 });
  } else if (intent === "distinguish") {
    const parsed = parseForm(DistinctionForm, form);
    if (!parsed.ok) return data({ problem: "form.tooLong" as const }, { status: 400 });
    await distinguishSignature(token, parsed.value.distinction);
  } else if (intent === "inform" || intent === "leave-alone") await keepInformed(token, intent === "inform");
  else if (intent === "permit-press" || intent === "keep-from-press")
    await permitPress(token, intent === "permit-press");
  else if (intent === "withdraw") {
    const { outcome } = await withdrawSignature(token, context.origin);
    if (outcome === "no-mandate") return data({ problem: "answer.noMandate" as const }, { status: 409 });
  } else await confirmSignature(token, context.origin, (await visitorOf({ request, context })).language);
  return redirect(`/signatures/${encodeURIComponent(token)}`, 303);
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = phraseTitle("signature.title");

export default function SignaturePage() {
  const { signature, token, choice } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  if (!signature)
    return (
      <NarrowPage title={t("signature.unknown.title")}>
        <p>{t("signature.unknown.text")}</p>
        <p>
          <a href="/letters">{t("page.letters")}</a>
        </p>
      </NarrowPage>
    );
  const letter = (
    <a href={`/letters/${signature.slug}`} lang={signature.language}>
      {typeset(signature.title, signature.language)}
    </a>
  );
  return (
    <NarrowPage title={t(`signature.${signature.state}.title`)}>
      {signature.state === "confirmed" ? (
        <Notice>
          {t("signature.confirmed.text", {
            count: signature.signatureCount,
            number: number(signature.signatureCount),
          })}
        </Notice>
      ) : null}
      <p
        className="lead"
        data-signed-letter={signature.slug}
        data-signed-version={signature.state === "confirmed" ? signature.version : ""}
      >
        {letter}
      </p>
      {refused && !choice ? <Notice>{t(refused.problem ?? "answer.versionChanged")}</Notice> : null}
      {choice ? (
        <VersionChoice
          {...choice}
          signed={signature.version}
          newest={signature.newest}
          answered={signature.answered}
          open={signature.open}
          language={signature.letterLanguage}
          problem={refused?.problem}
        />
      ) : null}
      <SignatureFacts signature={signature} />
      {signature.stands && signature.kind === "person" && signature.nameShown ? (
        <Distinction word={signature.distinction} />
      ) : null}
      {signature.stands ? (
        <p>
          <a href={`/signatures/${token}/receipt`}>{t("receipt.link")}</a>
        </p>
      ) : null}
      {signature.stands && signature.statement && signature.nameShown ? (
        <QuotableChoice quotable={signature.quotable} />
      ) : null}
      {signature.stands ? <InformedChoice informed={signature.keepInformed} /> : null}
      {signature.state === "pending" && signature.open ? (
        <form method="post" className="stack" data-once>
          <p>{t("signature.pending.text")}</p>
          <ConsentLine />
          <button className="button button-seal" name="intent" value="confirm">
            {t("signature.confirm")}
          </button>
        </form>
      ) : null}
      {signature.state === "pending" && !signature.open ? <p>{t("sign.closed")}</p> : null}
      {signature.state === "withdrawn" ? (
        <p>
          {t("signature.withdrawn.text")}{" "}
          {signature.open ? <a href={`/letters/${signature.slug}/sign`}>{t("signature.again")}</a> : null}
        </p>
      ) : null}
      {signature.state === "invalidated" ? <p>{t("signature.invalidated.text")}</p> : null}
      {!choice && (signature.state === "confirmed" || signature.state === "pending") ? (
        <details>
          <summary>{t("signature.withdraw")}</summary>
          <form method="post" data-once className="stack">
            <p>{t("signature.withdraw.text")}</p>
            <button className="button button-quiet" name="intent" value="withdraw">
              {t("signature.withdraw.button")}
            </button>
          </form>
        </details>
      ) : null}
    </NarrowPage>
  );
}
