import type { Language } from "#app/languages/language.ts";
import { documentOf } from "#app/letters/document-field.tsx";
import { LetterText } from "#app/letters/letter-text.tsx";
import { useWords } from "#app/ui/words.tsx";

/**
 * The text of a draft that was edited live until the session ended, as the page had it: to be read, and to be sent again
 * with the form, which brings what the server does not have.
 */
export function KeptText({ values, language }: { values: Record<string, string>; language: Language }) {
  const { t } = useWords();
  const document = documentOf(values.whole);
  return (
    <div className="field" id="text">
      <p className="field-label">{t("draft.text")}</p>
      {["live", "fieldsRevision", "update", "whole"].map((name) => (
        <input key={name} type="hidden" name={name} value={values[name] ?? ""} readOnly />
      ))}
      {document ? <LetterText document={document} language={language} passages={[]} /> : null}
    </div>
  );
}
