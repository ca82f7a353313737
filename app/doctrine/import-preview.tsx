import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { CalendarDay, useWords } from "#app/ui/words.tsx";
import { answerField } from "./import-answers.ts";
import { toldChanges } from "./provision.ts";
import { ImportQuestion } from "./import-question.tsx";
import { refusalWords } from "./import-words.ts";
import type { KeptImport } from "./keep-import.server.ts";
import type { ImportPreview, ShownProvision } from "./preview-import.server.ts";
import type { OpenQuestion, PlanRefusal } from "./revision-plan.server.ts";

export type PreviewFormState = FormState & {
  /** The questions that the answers given so far leave open. */
  questions: OpenQuestion[] | null;
};

const mostProblems = 200;

/** What a file holds, what it would do to its text, and the form that does it. */
export function ImportPreviewView({
  kept,
  preview,
  form,
}: {
  kept: Omit<KeptImport, "provisions">;
  preview: ImportPreview | PlanRefusal;
  form?: PreviewFormState;
}) {
  const { t } = useWords();
  const { title, slug, dated, source, fileName, language } = kept;
  return (
    <>
      <ErrorSummary form={form} />
      <dl className="import-facts">
        <dt>{t("doctrineImport.name")}</dt>
        <dd lang={language}>{title}</dd>
        <dt>{t("doctrineImport.revision")}</dt>
        <dd>
          <CalendarDay day={dated} />
        </dd>
        <dt>{t("doctrineImport.slug")}</dt>
        <dd>
          <code>/doctrine/{slug}</code>
        </dd>
        <dt>{t("doctrineImport.language")}</dt>
        <dd>{t(`doctrineImport.language.${language}`)}</dd>
        {source ? (
          <>
            <dt>{t("doctrineImport.source")}</dt>
            <dd>{source}</dd>
          </>
        ) : null}
        <dt>{t("doctrineImport.file")}</dt>
        <dd>{fileName}</dd>
      </dl>
      <Problems problems={kept.problems} />
      {preview.outcome === "planned" ? (
        <Planned preview={preview} language={language} form={form} />
      ) : (
        <p className="notice">
          {refusalWords(preview, t)}
          {preview.outcome === "unchanged" ? (
            <>
              {" "}
              <a href={`/doctrine/${slug}`}>{t("doctrineImport.open")}</a>
            </>
          ) : null}
        </p>
      )}
      <form method="post">
        <button className="button button-quiet" name="intent" value="discard">
          {t("doctrineImport.discard")}
        </button>
      </form>
    </>
  );
}

/** The answers of an administrator who is no longer logged in, to be sent again once they are. */
export function AnswersToSendAgain({ form }: { form?: PreviewFormState }) {
  const { t } = useWords();
  return (
    <>
      <ErrorSummary form={form} />
      <LoggedOutNotice form={form} />
      <form method="post" className="stack" data-once>
        {Object.entries(form?.values ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button className="button">{t("doctrineImport.sendAgain")}</button>
      </form>
    </>
  );
}

function Planned({
  preview: { basedOn, kinds, outline, counts, lists, questions },
  language,
  form,
}: {
  preview: ImportPreview;
  language: string;
  form?: PreviewFormState;
}) {
  const { t, number } = useWords();
  const asked = new Map([...questions, ...(form?.questions ?? [])].map((each) => [answerField(each), each]));
  const given = Object.entries(form?.values ?? {}).filter(
    ([name]) => name.startsWith("pair:") && !asked.has(name),
  );
  return (
    <>
      <section aria-labelledby="outline" className="stack">
        <h2 id="outline">{t("doctrineImport.outline")}</h2>
        <p>
          {kinds
            .map(([kind, count]) => t(`doctrineImport.kind.${kind}`, { count, number: number(count) }))
            .join(", ")}
        </p>
        <details>
          <summary>{t("doctrineImport.outline.show")}</summary>
          <Provisions part={outline} language={language} />
        </details>
      </section>
      <section aria-labelledby="changes" className="stack">
        <h2 id="changes">{t("doctrineImport.changes")}</h2>
        {basedOn ? (
          <>
            <p>
              {t("doctrineImport.comparedWith")} <CalendarDay day={basedOn.dated} />
            </p>
            <p>{t("doctrineImport.count.kept", { count: counts.kept, number: number(counts.kept) })}</p>
            {toldChanges.map((change) => {
              const words = t(`doctrineImport.count.${change}`, {
                count: counts[change],
                number: number(counts[change]),
              });
              return counts[change] === 0 ? (
                <p key={change}>{words}</p>
              ) : (
                <details key={change}>
                  <summary>{words}</summary>
                  <Provisions part={lists[change]} language={language} />
                </details>
              );
            })}
          </>
        ) : (
          <p>{t("doctrineImport.begins")}</p>
        )}
      </section>
      <form method="post" className="stack" noValidate data-once>
        <input type="hidden" name="basedOn" value={basedOn?.id ?? ""} />
        {given.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {asked.size > 0 ? (
          <section aria-labelledby="questions" className="stack">
            <h2 id="questions">
              {t("doctrineImport.questions", { count: asked.size, number: number(asked.size) })}
            </h2>
            <p>{t("doctrineImport.questions.lead")}</p>
            {[...asked.values()].map((question) => (
              <ImportQuestion
                key={answerField(question)}
                question={question}
                language={language}
                form={form}
              />
            ))}
          </section>
        ) : null}
        <p>
          <button className="button">{t("doctrineImport.import")}</button>
        </p>
      </form>
    </>
  );
}

function Problems({ problems }: { problems: KeptImport["problems"] }) {
  const { t, number } = useWords();
  if (problems.length === 0) return <p>{t("doctrineImport.problems.none")}</p>;
  return (
    <section aria-labelledby="problems" className="stack">
      <h2 id="problems">
        {t("doctrineImport.problems", { count: problems.length, number: number(problems.length) })}
      </h2>
      <ul className="rows">
        {problems.slice(0, mostProblems).map(({ line, what, words }, place) => (
          <li key={place}>
            <p>
              {t("doctrineImport.line", { line })} {t(`doctrineImport.problem.${what}`)}
            </p>
            {words ? <p className="quiet">{words}</p> : null}
          </li>
        ))}
      </ul>
      <More all={problems.length} shown={mostProblems} />
    </section>
  );
}

function Provisions({
  part: { shown, all },
  language,
}: {
  part: { shown: ShownProvision[]; all: number };
  language: string;
}) {
  return (
    <>
      <ul className="import-outline" lang={language}>
        {shown.map(({ slug, title, depth }) => (
          <li key={slug} data-depth={Math.min(depth, 6)}>
            <code>{slug}</code> {title}
          </li>
        ))}
      </ul>
      <More all={all} shown={shown.length} />
    </>
  );
}

function More({ all, shown }: { all: number; shown: number }) {
  const { t, number } = useWords();
  const count = all - shown;
  return count > 0 ? (
    <p className="quiet">{t("doctrineImport.more", { count, number: number(count) })}</p>
  ) : null;
}
