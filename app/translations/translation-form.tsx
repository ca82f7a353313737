import { useRef } from "react";
import type { Language } from "#app/languages/language.ts";
import type { DocumentNode } from "#app/letters/document.ts";
import { DocumentField, documentOf } from "#app/letters/document-field.tsx";
import { letterLimits } from "#app/letters/letter.ts";
import { SaveState } from "#app/letters/save-state.tsx";
import { useAutosave } from "#app/letters/use-autosave.ts";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";

type Props = {
  slug: string;
  language: Language;
  values: { title: string; document: DocumentNode; markdown: string };
  /** The one that it is an edit of; 0 where there is none. */
  revision: number;
  /** The name of the original that stands beside it. */
  original: string;
  form?: FormState;
};

/** The form of a translation: with JavaScript an editor that saves by itself, without it Markdown in a text area. */
export function TranslationForm({ slug, language, values, revision, original, form }: Props) {
  const { t } = useWords();
  const formElement = useRef<HTMLFormElement>(null);
  const autosave = useAutosave(formElement, {
    slug: `${slug}/draft/translations/${language}`,
    revision: Number(form?.values.revision ?? revision),
  });
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
      <input type="hidden" name="original" value={original} readOnly />
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
      <p className="quiet">{t("translations.saveCurrent.text")}</p>
      <div className="actions">
        <button className="button button-quiet" name="intent" value="save">
          {t("translations.save")}
        </button>
        <button className="button" name="intent" value="save-current">
          {t("translations.saveCurrent")}
        </button>
      </div>
    </form>
  );
}
