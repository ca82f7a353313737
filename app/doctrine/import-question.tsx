import type { FormState } from "#app/requests/form.ts";
import { useWords } from "#app/ui/words.tsx";
import { answerField } from "./import-answers.ts";
import type { Standing } from "./match-provisions.ts";
import { ProvisionBody } from "./provision-body.tsx";
import type { OpenQuestion } from "./revision-plan.server.ts";

/** Two provisions beside each other that may be one, and who says so. */
export function ImportQuestion({
  question,
  language,
  form,
}: {
  question: OpenQuestion;
  language: string;
  form?: FormState;
}) {
  const { t } = useWords();
  const { old, new: now, likeness, why } = question;
  const name = answerField(question);
  const error = form?.errors[name];
  return (
    <fieldset
      className={error ? "field field-wrong import-question" : "field import-question"}
      id={name}
      aria-describedby={error ? `${name}-error` : undefined}
    >
      <legend>{t("doctrineImport.question", { old: old.slug, new: now.slug })}</legend>
      <p className="field-hint">
        {t(`doctrineImport.why.${why}`)}{" "}
        {t("doctrineImport.likeness", { percent: Math.round(likeness * 100) })}
      </p>
      {error ? (
        <p className="field-error" id={`${name}-error`}>
          {t(error)}
        </p>
      ) : null}
      <div className="import-pair">
        <Side label={t("doctrineImport.old")} provision={old} language={language} />
        <Side label={t("doctrineImport.new")} provision={now} language={language} />
      </div>
      <div className="choices">
        {(["same", "different"] as const).map((value) => (
          <label key={value} className="choice">
            <input type="radio" name={name} value={value} defaultChecked={form?.values[name] === value} />
            <span>{t(`doctrineImport.answer.${value}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Side({ label, provision, language }: { label: string; provision: Standing; language: string }) {
  return (
    <div>
      <p className="quiet">
        {label} <code>{provision.slug}</code>
      </p>
      <div lang={language}>
        {provision.title ? <p className="import-title">{provision.title}</p> : null}
        <ProvisionBody text={provision.text} />
      </div>
    </div>
  );
}
