import type { FormState } from "#app/requests/form.ts";
import type { Language } from "#app/languages/language.ts";
import { TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import { AutosavedForm } from "./autosaved-form.tsx";
import type { DocumentNode } from "./document.ts";
import { letterLimits } from "./letter.ts";
import { LetterSurroundings } from "./letter-surroundings.tsx";

type Props = {
  slug: string;
  values: { title: string; summary: string; addressees: string[]; reason: string };
  document: DocumentNode;
  markdown: string;
  language: Language;
  /** What the form is an edit of: it is told when that is no longer what stands. */
  base: { revision: number; basedOn: number };
  form?: FormState;
};

/** The form of a published letter's next version: what may change of it, and why it does. */
export function ReviseForm({ slug, values, document, markdown, language, base, form }: Props) {
  const { t } = useWords();
  const basedOn = Number(form?.values.basedOn ?? base.basedOn);
  const revision = Number(form?.values.revision ?? base.revision);
  return (
    <AutosavedForm
      place={`${slug}/revise`}
      language={language}
      values={{ title: values.title, document, markdown }}
      base={{ revision, basedOn }}
      hidden={{ basedOn: String(basedOn) }}
      form={form}
    >
      <LetterSurroundings values={values} form={form} />
      <TextArea
        name="reason"
        label="revise.reason"
        hint="revise.reason.hint"
        form={form}
        required={false}
        rows={4}
        maxLength={letterLimits.reason}
        defaultValue={values.reason}
        data-count
      />
      <div className="actions">
        <button className="button button-quiet" name="intent" value="save">
          {t("revise.save")}
        </button>
        <button className="button" name="intent" value="compare">
          {t("revise.compare")}
        </button>
      </div>
    </AutosavedForm>
  );
}
