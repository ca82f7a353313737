import { useRef } from "react";
import { languages, type Language } from "#app/languages/language.ts";
import type { Phrase } from "#app/languages/translate.ts";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Choices, Field, TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import type { DocumentNode } from "./document.ts";
import { DocumentField, documentOf } from "./document-field.tsx";
import { letterLimits } from "./letter.ts";
import { LetterSurroundings } from "./letter-surroundings.tsx";
import { SaveState } from "./save-state.tsx";
import { useAutosave } from "./use-autosave.ts";

export type LetterFormValues = {
  title: string;
  summary: string;
  addressees: string[];
  authorKind: "person" | "organisation";
  authorName: string;
  language: Language;
  closesOn: string | null;
};

type Props = {
  values: LetterFormValues;
  document: DocumentNode;
  markdown: string;
  /** Null while the draft does not exist yet. */
  draft: { slug: string; revision: number } | null;
  form?: FormState;
};

const languageNames: Record<Language, Phrase> = { en: "language.en", fr: "language.fr" };

/** The form of a draft: with JavaScript an editor that saves by itself, without it Markdown in a text area. */
export function LetterForm({ values, document, markdown, draft, form }: Props) {
  const { t } = useWords();
  const formElement = useRef<HTMLFormElement>(null);
  const autosave = useAutosave(
    formElement,
    draft && { slug: draft.slug, revision: Number(form?.values.revision ?? draft.revision) },
  );
  const shown = (name: string, value: string) => form?.values[name] ?? value;
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
      {draft ? <input type="hidden" name="revision" value={autosave.revision} readOnly /> : null}
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
        language={values.language}
        onChange={autosave.changed}
        restored={autosave.restored}
      />
      <SaveState message={autosave.message} />
      <LetterSurroundings values={values} form={form} />
      <Field
        name="authorName"
        label="draft.authorName"
        hint="draft.authorName.hint"
        form={form}
        defaultValue={values.authorName}
        maxLength={letterLimits.authorName}
        required={false}
      />
      <Choices
        name="authorKind"
        label="draft.authorKind"
        form={form}
        defaultValue={values.authorKind}
        choices={[
          { value: "person", label: "draft.authorKind.person" },
          { value: "organisation", label: "draft.authorKind.organisation" },
        ]}
      />
      <Choices
        name="language"
        label="draft.language"
        form={form}
        defaultValue={values.language}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <Field
        name="closesOn"
        label="draft.closesOn"
        hint="draft.closesOn.hint"
        type="date"
        form={form}
        optional
        defaultValue={shown("closesOn", values.closesOn ?? "")}
      />
      <div className="actions">
        <button className="button button-quiet" name="intent" value="save">
          {t("draft.save")}
        </button>
        {draft ? (
          <button className="button" name="intent" value="preview">
            {t("draft.preview")}
          </button>
        ) : null}
      </div>
    </form>
  );
}
