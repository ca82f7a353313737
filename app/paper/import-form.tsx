import { languages } from "#app/languages/language.ts";
import { letterLimits } from "#app/letters/letter.ts";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";

/** Chooses the file that a draft is made of. */
export function DraftImportForm({ form }: { form?: FormState }) {
  const { t } = useWords();
  return (
    <form method="post" encType="multipart/form-data" className="stack" noValidate data-once>
      <ErrorSummary form={form} />
      <Field
        name="file"
        label="paper.import.file"
        hint="paper.import.file.hint"
        type="file"
        form={form}
        accept=".md,.markdown,.docx,.html,.htm"
      />
      <Field
        name="title"
        label="draft.title"
        hint="paper.import.title.hint"
        optional
        form={form}
        maxLength={letterLimits.title}
      />
      <Select
        name="language"
        label="draft.language"
        optional
        form={form}
        defaultValue=""
        placeholder={t("paper.import.language.file")}
        choices={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      <p>
        <button className="button">{t("paper.import.button")}</button>
      </p>
    </form>
  );
}
