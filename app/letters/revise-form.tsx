import { useRef } from "react";
import type { FormState } from "#app/requests/form.ts";
import type { Language } from "#app/languages/language.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import type { DocumentNode } from "./document.ts";
import { DocumentField, documentOf } from "./document-field.tsx";
import { letterLimits } from "./letter.ts";
import { LetterSurroundings } from "./letter-surroundings.tsx";
import { SaveState } from "./save-state.tsx";
import { useAutosave } from "./use-autosave.ts";

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
  const formElement = useRef<HTMLFormElement>(null);
  const basedOn = Number(form?.values.basedOn ?? base.basedOn);
  const revision = Number(form?.values.revision ?? base.revision);
  const autosave = useAutosave(formElement, { slug: `${slug}/revise`, revision, basedOn });
  return (
    <form
      method="post"
      className="letter-form stack"
      ref={formElement}
      noValidate
      data-once
      onInput={autosave.changed}
    >
      <ErrorSummary form={form} />
      <input type="hidden" name="revision" value={autosave.revision} readOnly />
      <input type="hidden" name="basedOn" value={basedOn} readOnly />
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
        onChange={autosave.changed}
        restored={autosave.restored}
      />
      <SaveState message={autosave.message} />
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
    </form>
  );
}
