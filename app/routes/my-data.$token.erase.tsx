import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EraseView } from "#app/personal-data/erase-view.tsx";
import { eraseEverything, eraseSignature } from "#app/personal-data/erase-data.server.ts";
import { readHeldAccount } from "#app/personal-data/read-held-account.server.ts";
import { readHeldSignatures } from "#app/personal-data/read-held-data.server.ts";
import { dataLinkOf, dataLinkPosted, signatureNamed } from "#app/requests/data-link.server.ts";
import { refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { secretPageHeaders } from "#app/requests/secret-page.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { email, token, byMail } = await dataLinkOf(args);
  const asked = new URL(args.request.url).searchParams.get("signature");
  const account = (await readHeldAccount(email)) !== null;
  const [signature = null] = asked === null ? [] : await readHeldSignatures(email, signatureNamed(asked));
  if (asked !== null && !signature) throw data(null, { status: 404, headers: secretPageHeaders });
  return data({ signature, token, account, password: account && !byMail }, { headers: secretPageHeaders });
}

export async function action(args: ActionFunctionArgs) {
  const { email, token, byMail } = await dataLinkPosted(args);
  const values = typedValues(await args.request.formData());
  if (values.signature) {
    // Gone already, or never theirs: the list shows what is held.
    await eraseSignature(email, signatureNamed(values.signature));
    return redirect(`/my-data/${token}?erased`, 303);
  }
  const wait = byMail ? null : await takeAttempt({ "log-in by address": `my-data:${email}` });
  if (wait !== null)
    return data(refusedForm(values, {}, "form.tooOften"), {
      status: 429,
      headers: { ...secretPageHeaders, "Retry-After": String(wait) },
    });
  const { outcome } = await eraseEverything(email, { byMail, password: values.currentPassword });
  if (outcome === "wrong-password")
    return data(refusedForm(values, { currentPassword: "settings.password.wrong" }), {
      status: 400,
      headers: secretPageHeaders,
    });
  return redirect(`/my-data/${token}`, 303);
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction = phraseTitle("myData.erase.title");

export default function ErasePage() {
  const { signature, token, account, password } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <NarrowPage title={t(signature ? "myData.erase.one.title" : "myData.erase.title")}>
      <EraseView
        signature={signature}
        base={`/my-data/${token}`}
        account={account}
        password={password}
        form={form}
      />
    </NarrowPage>
  );
}
