import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ConsolePage } from "#app/administration/console-page.tsx";
import { PasswordAgain } from "#app/administration/password-again.tsx";
import { RetentionTable } from "#app/administration/retention-table.tsx";
import { runRetention } from "#app/administration/run-retention.server.ts";
import { countDue } from "#app/personal-data/due-rows.server.ts";
import { listRetention } from "#app/personal-data/keep-to-retention.server.ts";
import { administratorOf, hasProved, refuseUnproved } from "#app/requests/administrator.server.ts";
import { refusedForm, typedValues } from "#app/requests/form.ts";
import { forbidden } from "#app/requests/visitor.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const administrator = await administratorOf(args);
  const [rules, due, proved] = await Promise.all([listRetention(), countDue(), hasProved(administrator)]);
  return { rules, due, proved, queued: new URL(args.request.url).searchParams.has("queued") };
}

export async function action(args: ActionFunctionArgs) {
  const administrator = await administratorOf(args);
  const values = typedValues(await args.request.formData());
  if (values.intent !== "run") return data(refusedForm(values, {}, "form.choice.wrong"), { status: 400 });
  const refused = await refuseUnproved(administrator, values);
  if (refused) return refused;
  const { outcome } = await runRetention(administrator.account);
  if (outcome === "forbidden") throw forbidden();
  return redirect("/administration/retention?queued", 303);
}

export const meta: MetaFunction = phraseTitle("administration.retention.title");

export default function AdministrationRetention() {
  const { rules, due, proved, queued } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <ConsolePage here="/administration/retention" title={t("administration.retention.title")}>
      <ErrorSummary form={form} />
      {queued && !form ? <Notice>{t("administration.retention.queued")}</Notice> : null}
      <p className="lead">
        {t("administration.retention.lead")} <a href="/privacy">{t("page.privacy")}</a>
      </p>
      <RetentionTable rules={rules} due={due} />
      <form
        method="post"
        action="/administration/retention"
        className="stack console-forms"
        noValidate
        data-once
      >
        <p>{t("administration.retention.run.text")}</p>
        <PasswordAgain proved={proved} form={form} />
        <p>
          <button className="button" name="intent" value="run">
            {t("administration.retention.run")}
          </button>
        </p>
      </form>
    </ConsolePage>
  );
}
