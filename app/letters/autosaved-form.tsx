import { type ReactNode, useRef } from "react";
import type { FormState } from "#app/requests/form.ts";
import type { Language } from "#app/languages/language.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea } from "#app/ui/field.tsx";
import type { DocumentNode } from "./document.ts";
import { DocumentField, documentOf } from "./document-field.tsx";
import { letterLimits } from "./letter.ts";
import { SaveState } from "./save-state.tsx";
import { useAutosave } from "./use-autosave.ts";

type Props = {
  /** Where below /letters it saves by itself. */
  place: string;
  language: Language;
  values: { title: string; document: DocumentNode; markdown: string };
  /** What the form is an edit of: it is told when that is no longer what stands; 0 where nothing does. */
  base: { revision: number; basedOn?: number };
  /** What is sent along as it is. */
  hidden?: Record<string, string>;
  form?: FormState;
  /** What comes below the text. */
  children: ReactNode;
};

/**
 * The form of a title and a text that one person writes: with JavaScript an editor that saves by itself, without it
 * Markdown in a text area.
 */
export function AutosavedForm({ place, language, values, base, hidden = {}, form, children }: Props) {
  const formElement = useRef<HTMLFormElement>(null);
  const autosave = useAutosave(formElement, { slug: place, ...base });
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
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      <TextArea
        name="title"
        label="draft.title"
        form={form}
        defaultValue={values.title}
        rows={2}
        maxLength={letterLimits.title}
        className="title-input"
        lang={language}
      />
      <DocumentField
        document={documentOf(form?.values.document) ?? values.document}
        markdown={form?.values.text ?? values.markdown}
        form={form}
        language={language}
        onChange={autosave.changed}
        restored={autosave.restored}
      />
      <SaveState message={autosave.message} />
      {children}
    </form>
  );
}
