import type { Language } from "#app/languages/language.ts";
import { AutosavedForm } from "#app/letters/autosaved-form.tsx";
import type { DocumentNode } from "#app/letters/document.ts";
import type { FormState } from "#app/requests/form.ts";
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

/** The form of a translation. */
export function TranslationForm({ slug, language, values, revision, original, form }: Props) {
  const { t } = useWords();
  return (
    <AutosavedForm
      place={`${slug}/draft/translations/${language}`}
      language={language}
      values={values}
      base={{ revision: Number(form?.values.revision ?? revision) }}
      hidden={{ original }}
      form={form}
    >
      <p className="quiet">{t("translations.saveCurrent.text")}</p>
      <div className="actions">
        <button className="button button-quiet" name="intent" value="save">
          {t("translations.save")}
        </button>
        <button className="button" name="intent" value="save-current">
          {t("translations.saveCurrent")}
        </button>
      </div>
    </AutosavedForm>
  );
}
