import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { typeset } from "#app/languages/french-spacing.ts";
import { type FormState, refusedForm, typedValues } from "#app/requests/form.ts";
import { networkOf, takeAttempt } from "#app/requests/limit.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { secretPageHeaders } from "#app/requests/secret-page.ts";
import {
  countersignSignature,
  readCountersignatureRequest,
} from "#app/signatures/countersign-signature.server.ts";
import { readSignature } from "#app/signatures/roster.server.ts";
import { Signatory } from "#app/signatures/signatory-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage, Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader({ params }: LoaderFunctionArgs) {
  const headers = secretPageHeaders;
  const request = await readCountersignatureRequest(params.token ?? "");
  const signature = request && (await readSignature(request.letterId, request.signatureId));
  if (!request || !signature) return data({ request: null, signature: null }, { status: 404, headers });
  const { organisation, representedBy, slug, title, language, version, approved } = request;
  return data(
    { request: { organisation, representedBy, slug, title, language, version, approved }, signature },
    { headers },
  );
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const refuse = (form: FormState, status: number, headers?: HeadersInit) => data(form, { status, headers });
  const wait = await takeAttempt({ "token by network": networkOf(context.clientAddress) });
  if (wait !== null)
    return refuse(refusedForm({}, {}, "form.tooOften"), 429, { "Retry-After": String(wait) });
  const token = params.token ?? "";
  const { outcome } = await countersignSignature(
    token,
    pageKey(typedValues(await request.formData()).version ?? null) ?? 0,
  );
  // The page says what became of it: answered, or not there.
  if (outcome === "no-mandate") return refuse(refusedForm({}, {}, "countersign.noMandate"), 403);
  return redirect(`/countersign/${encodeURIComponent(token)}`, 303);
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = phraseTitle("countersign.title");

export default function Countersign() {
  const { request, signature } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  if (!request || !signature)
    return (
      <NarrowPage title={t("countersign.gone")}>
        <p>{t("countersign.gone.text")}</p>
      </NarrowPage>
    );
  const { organisation, representedBy: name } = request;
  return (
    <NarrowPage title={t("countersign.title")}>
      {request.approved ? <Notice>{t("countersign.done")}</Notice> : null}
      <ErrorSummary form={form} />
      <p className="lead">
        <a href={`/letters/${request.slug}/versions/${request.version}`} lang={request.language}>
          {typeset(request.title, request.language)}
        </a>
      </p>
      {request.approved ? null : <p>{t("countersign.lead", { name, organisation })}</p>}
      <div className="sign-for-preview">
        <Signatory signature={signature} />
      </div>
      {request.approved ? null : (
        <form method="post" className="stack" data-once>
          <input type="hidden" name="version" value={request.version} />
          <p className="quiet">{t("countersign.text")}</p>
          <p>
            <button className="button button-seal">{t("countersign.button")}</button>
          </p>
        </form>
      )}
    </NarrowPage>
  );
}
