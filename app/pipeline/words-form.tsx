import { type Language, languages } from "#app/languages/language.ts";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import { wordListLimits } from "./word-list.ts";

/** The lists there are, each with a way to change it: they are too long to stand on every page of the settings. */
export function WordLists({ counts }: { counts: Record<Language, number> }) {
  const { t, number } = useWords();
  return (
    <ul>
      {languages.map((language) => (
        <li key={language}>
          <a href={`/administration/moderation?words=${language}`}>{t(`pipeline.words.${language}`)}</a> (
          {t("pipeline.words.count", { count: counts[language], number: number(counts[language]) })})
        </li>
      ))}
    </ul>
  );
}

/** One list as it was typed. Sent in parts: a long list with accents would be three times as long in an address's code. */
export function WordsForm({
  language,
  words,
  form,
}: {
  language: Language;
  words: string;
  form?: FormState;
}) {
  const { t, number } = useWords();
  return (
    <form
      method="post"
      action={`/administration/moderation?words=${language}`}
      encType="multipart/form-data"
      className="stack"
      noValidate
      data-once
    >
      <ErrorSummary form={form} />
      <input type="hidden" name="intent" value="words" />
      <input type="hidden" name="language" value={language} />
      <TextArea
        name="words"
        label={`pipeline.words.${language}`}
        hint="pipeline.words.hint"
        hintValues={{
          entries: number(wordListLimits.entries),
          line: wordListLimits.line,
          words: wordListLimits.words,
        }}
        form={form}
        rows={16}
        defaultValue={words}
        lang={language}
        spellCheck={false}
        optional
      />
      <p className="actions">
        <button className="button">{t("form.save")}</button>
        <a className="button button-quiet" href="/administration/moderation">
          {t("editor.cancel")}
        </a>
      </p>
    </form>
  );
}
