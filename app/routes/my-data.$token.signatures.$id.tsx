import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CorrectionForm, correctSignature } from "#app/personal-data/correct-signature.server.ts";
import { HeldSignatureView } from "#app/personal-data/held-signature-view.tsx";
import { readHeldSignatures } from "#app/personal-data/read-held-data.server.ts";
import { withdrawByAddress } from "#app/personal-data/withdraw-by-address.server.ts";
import { dataLinkOf, dataLinkPosted, signatureNamed } from "#app/requests/data-link.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { secretPageHeaders } from "#app/requests/secret-page.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage, Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { email, token } = await dataLinkOf(args);
  const [signature] = await readHeldSignatures(email, signatureNamed(args.params.id));
  if (!signature) throw data(null, { status: 404, headers: secretPageHeaders });
  const after = new URL(args.request.url).searchParams.get("after");
  return data({ signature, token, after }, { headers: secretPageHeaders });
}

export async function action(args: ActionFunctionArgs) {
  const { email, token } = await dataLinkPosted(args);
  const id = signatureNamed(args.params.id);
  const values = typedValues(await args.request.formData());
  const [own] = await readHeldSignatures(email, id);
  if (!own) throw data(null, { status: 404, headers: secretPageHeaders });
  const page = `/my-data/${token}/signatures/${id}`;
  if (values.intent === "withdraw") {
    const { outcome } = await withdrawByAddress(email, id, args.context.origin);
    if (outcome === "no-mandate")
      return data(refusedForm(values, {}, "answer.noMandate"), { status: 409, headers: secretPageHeaders });
    return redirect(`${page}?after=withdrawn`, 303);
  }
  const parsed = parseForm(CorrectionForm, values);
  if (!parsed.ok) return data(parsed.state, { status: 400, headers: secretPageHeaders });
  const { outcome } = await correctSignature(email, id, parsed.value);
  if (outcome === "not-found")
    return data(refusedForm(values, {}, "myData.gone"), { status: 409, headers: secretPageHeaders });
  return redirect(`${page}?after=corrected`, 303);
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction = phraseTitle("myData.signature.title");

export default function HeldSignaturePage() {
  const { signature, token, after } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <NarrowPage title={t("myData.signature.title")}>
      {!form && (after === "corrected" || after === "withdrawn") ? (
        <Notice>{t(`myData.${after}`)}</Notice>
      ) : null}
      <HeldSignatureView signature={signature} base={`/my-data/${token}`} form={form} />
    </NarrowPage>
  );
}
