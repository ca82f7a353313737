import type { FormState } from "#app/requests/form.ts";
import type { Language } from "#app/languages/language.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import type { DocumentNode } from "./document.ts";
import { DocumentField, documentOf } from "./document-field.tsx";
import { letterLimits } from "./letter.ts";

type Props = {
  values: { title: string; summary: string; addressees: string[]; reason: string };
  document: DocumentNode;
  markdown: string;
  language: Language;
  /** What the form is an edit of: it is told when that is no longer what stands. */
  base: { revision: number; basedOn: number };
  form?: FormState;
};

const unchanged = () => undefined;

/** The form of a published letter's next version: what may change of it, and why it does. */
export function ReviseForm({ values, document, markdown, language, base, form }: Props) {
  const { t } = useWords();
  return (
    <form method="post" className="letter-form stack" noValidate data-once>
      <ErrorSummary form={form} />
      <input type="hidden" name="revision" value={form?.values.revision ?? base.revision} />
      <input type="hidden" name="basedOn" value={form?.values.basedOn ?? base.basedOn} />
      <TextArea
        name="title"
        label="draft.title"
        form={form}
        defaultValue={values.title}
        rows={2}
        maxLength={letterLimits.title}
        className="title-input"
      />
      <DocumentField
        document={documentOf(form?.values.document) ?? document}
        markdown={form?.values.text ?? markdown}
        form={form}
        language={language}
        onChange={unchanged}
        restored={undefined}
      />
      <TextArea
        name="addressees"
        label="draft.addressees"
        hint="draft.addressees.hint"
        form={form}
        required={false}
        rows={3}
        defaultValue={values.addressees.join("\n")}
      />
      <TextArea
        name="summary"
        label="draft.summary"
        hint="draft.summary.hint"
        form={form}
        optional
        rows={3}
        maxLength={letterLimits.summary}
        defaultValue={values.summary}
        data-count
      />
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
    </form>
  );
}
