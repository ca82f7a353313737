import type { Language } from "#app/languages/language.ts";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import { MarginBody } from "./margin-fields.tsx";

type Props = {
  path: string;
  /** The decided text, to choose the passage from. */
  text: string;
  language: Language;
  people: string[];
  submissionKey: string;
  form?: FormState;
};

/** Begins a thread without the live editor: the text to choose from, the passage, and what one says of it. */
export function BeginForm({ path, text, language, people, submissionKey, form }: Props) {
  const { t } = useWords();
  return (
    <form method="post" action={path} className="stack" noValidate data-once>
      <ErrorSummary form={form} idPrefix="begin-" />
      <input type="hidden" name="intent" value="begin" />
      <input type="hidden" name="key" value={form?.values.key ?? submissionKey} />
      <input type="hidden" name="start" defaultValue={form?.values.start ?? ""} />
      <details className="stack" open={form?.errors.quote !== undefined}>
        <summary>{t("margin.source")}</summary>
        <p className="field-hint" id="source-hint">
          {t("margin.source.hint")}
        </p>
        <textarea
          readOnly
          rows={12}
          lang={language}
          className="passage-source"
          value={text}
          aria-label={t("margin.source")}
          aria-describedby="source-hint"
          data-passage-source
        />
      </details>
      <TextArea
        idPrefix="begin-"
        name="quote"
        label="margin.quote"
        hint="margin.quote.hint"
        form={form}
        rows={2}
        lang={language}
        className="passage-source"
      />
      <MarginBody idPrefix="begin-" label="margin.body" people={people} form={form} />
      <p>
        <button className="button">{t("margin.begin.button")}</button>
      </p>
      <script type="module" src="/annotate.js" />
    </form>
  );
}
