import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ConsultationDays } from "#app/consultations/consultation-list.tsx";
import { ConsultationSummary } from "#app/consultations/consultation-summary.tsx";
import { closeConsultation } from "#app/consultations/open-consultation.server.ts";
import { readConsultation } from "#app/consultations/read-consultations.server.ts";
import { readSummary } from "#app/consultations/read-summary.server.ts";
import { officialFor } from "#app/doctrine/official-for.server.ts";
import { readText } from "#app/doctrine/read-text.server.ts";
import { TextPartHead } from "#app/doctrine/text-part-head.tsx";
import { pageKey } from "#app/requests/page-key.ts";
import { accountOf, forbidden, notFound, visitorOf } from "#app/requests/visitor.server.ts";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const text = await readText(args.params.slug ?? "");
  const consultation = text && (await readConsultation(text.id, pageKey(args.params.id ?? null) ?? 0));
  if (!consultation) throw notFound();
  args.context.madeOf.add(`text:${text.id}`).add("accounts").add("organisations");
  const { account } = await visitorOf(args);
  const [summary, official] = await Promise.all([
    readSummary(text, consultation),
    account && officialFor(text.id, account.id),
  ]);
  const closes = official !== null && (consultation.state === "open" || consultation.state === "scheduled");
  return { text, consultation, summary, closes };
}

/** Closes it before its time. */
export async function action(args: ActionFunctionArgs) {
  const { account } = await accountOf(args);
  const text = await readText(args.params.slug ?? "");
  if (!text) throw notFound();
  const id = pageKey(args.params.id ?? null) ?? 0;
  const { outcome } = await closeConsultation(text.id, account.id, id);
  if (outcome === "not-found") throw notFound();
  if (outcome === "not-official") throw forbidden();
  return redirect(`/doctrine/${text.slug}/consultations/${id}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.consultation.title} · ${data.text.title} · Tribune` }] : [];

export default function ConsultationPage() {
  const { text, consultation, summary, closes } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const here = `/doctrine/${text.slug}/consultations/${consultation.id}`;
  return (
    <main id="main" className="page medium stack">
      <TextPartHead text={text} title={consultation.title} />
      <ConsultationDays consultation={consultation} />
      {closes ? (
        <details className="consultation-close">
          <summary>{t("consultation.close")}</summary>
          <form method="post" action={here} className="notice stack" data-once>
            <p>{t("consultation.close.text")}</p>
            <p>
              <button className="button button-seal">{t("consultation.close.button")}</button>
            </p>
          </form>
        </details>
      ) : null}
      {consultation.state === "called-off" ? (
        <p>{t("consultation.calledOff")}</p>
      ) : (
        <>
          <ConsultationSummary text={text} summary={summary} />
          <section aria-labelledby="export" className="stack">
            <h2 id="export">{t("summary.export")}</h2>
            <p>
              <a href={`${here}.csv`}>{t("summary.export.csv")}</a> ·{" "}
              <a href={`${here}.json`}>{t("summary.export.json")}</a>
            </p>
          </section>
        </>
      )}
      <p>
        <a href={`/doctrine/${text.slug}/consultations`}>{t("consultations.title")}</a>
      </p>
    </main>
  );
}
