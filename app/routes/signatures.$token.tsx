import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { frenchSpacing, typeset } from "#app/languages/french-spacing.ts";
import { networkOf, takeAttempt } from "#app/requests/limit.server.ts";
import {
  confirmSignature,
  readOwnSignature,
  withdrawSignature,
} from "#app/signatures/confirm-signature.server.ts";
import { secretPageHeaders } from "#app/requests/secret-page.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage, Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader({ params }: LoaderFunctionArgs) {
  const signature = await readOwnSignature(params.token ?? "");
  const headers = secretPageHeaders;
  if (!signature) return data({ signature: null, token: "" }, { status: 404, headers });
  const { letterId: _letterId, id: _id, ...shown } = signature;
  return data({ signature: shown, token: params.token ?? "" }, { headers });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const wait = await takeAttempt({ "token by network": networkOf(context.clientAddress) });
  if (wait !== null) throw data(null, { status: 429, headers: { "Retry-After": String(wait) } });
  const token = params.token ?? "";
  const form = await request.formData();
  // Every outcome is a state of the signature, and its page says which: confirming twice looks like once.
  if (form.get("intent") === "withdraw") await withdrawSignature(token, context.origin);
  else await confirmSignature(token, context.origin);
  return redirect(`/signatures/${encodeURIComponent(token)}`, 303);
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = phraseTitle("signature.title");

export default function SignaturePage() {
  const { signature } = useLoaderData<typeof loader>();
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
      <SignatureFacts signature={signature} />
      {signature.state === "pending" && signature.open ? (
        <form method="post" className="stack" data-once>
          <p>{t("signature.pending.text")}</p>
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
      {signature.state === "confirmed" || signature.state === "pending" ? (
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

type Facts = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["signature"]>;

/** What was signed and as whom: the receipt. */
function SignatureFacts({ signature }: { signature: Facts }) {
  const { t } = useWords();
  return (
    <dl className="facts">
      <dt>{t("sign.name")}</dt>
      <dd>
        <bdi>{signature.name}</bdi>{" "}
        {signature.nameShown ? null : <span className="quiet">({t("signature.notShown")})</span>}
      </dd>
      {signature.role || signature.affiliation ? (
        <>
          <dt>{t("sign.organisation")}</dt>
          <dd>
            <bdi>{[signature.role, signature.affiliation].filter(Boolean).join(", ")}</bdi>
          </dd>
        </>
      ) : null}
      {signature.statement ? (
        <>
          <dt>{t("sign.statement")}</dt>
          <dd>
            <bdi>{frenchSpacing(signature.statement)}</bdi>
          </dd>
        </>
      ) : null}
      <dt>{t("signature.text")}</dt>
      <dd>
        <a href={`/letters/${signature.slug}/versions/${signature.version}`}>
          {t("version.name", { number: signature.version })}
        </a>
        <br />
        <span className="version-hash">SHA-256 {signature.sha256}</span>
      </dd>
    </dl>
  );
}
