import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { storeImage } from "#app/letters/store-image.server.ts";
import { type FormState, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { visitorOf, writerOf } from "#app/requests/visitor.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  await writerOf(args);
  return null;
}

type Answer = { src: string; form: FormState };

/** Stores a picture where JavaScript is off: the page gives the Markdown to paste. */
export async function action(args: ActionFunctionArgs) {
  const answer = (status: number, form: FormState, src = "") => data<Answer>({ src, form }, { status });
  const { account } = await visitorOf(args);
  if (!account) return answer(401, refusedForm({}, {}, "form.loggedOut"));
  const form = await args.request.formData();
  const values = typedValues(form);
  const file = form.get("image");
  if ((await takeAttempt({ "upload by account": account.id })) !== null)
    return answer(429, refusedForm(values, {}, "form.tooOften"));
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  if (bytes.byteLength === 0) return answer(400, refusedForm(values, { image: "editor.image.missing" }));
  const result = await storeImage(account.id, bytes);
  if (result.outcome === "not-an-image")
    return answer(415, refusedForm(values, { image: "editor.image.wrong" }));
  return answer(200, { values, errors: {} }, result.src);
}

export const meta: MetaFunction = phraseTitle("editor.image");

export default function StoreImage() {
  const answer = useActionData<Answer>();
  const { t } = useWords();
  const description = answer?.form.values.description?.replace(/[[\]\\]/g, "") ?? "";
  return (
    <NarrowPage title={t("editor.image")}>
      {answer?.src ? (
        <>
          <p>{t("editor.image.paste")}</p>
          <pre tabIndex={0}>
            <code>{`![${description || t("editor.image.description")}](${answer.src})`}</code>
          </pre>
        </>
      ) : null}
      <form method="post" encType="multipart/form-data" action="/images" className="stack" noValidate>
        <ErrorSummary form={answer?.form} />
        <Field name="image" label="editor.image.file" type="file" form={answer?.form} accept="image/*" />
        <Field name="description" label="editor.image.description" form={answer?.form} maxLength={500} />
        <p>
          <button className="button">{t("editor.image.button")}</button>
        </p>
      </form>
    </NarrowPage>
  );
}
