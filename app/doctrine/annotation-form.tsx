import { commentLimits, stances } from "#app/discussion/comment.ts";
import type { Language } from "#app/languages/language.ts";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Choices, TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";

type Props = {
  action: string;
  /** What the provision is called, and its own text. */
  provision: string;
  text: string;
  language: Language;
  revision: string;
  /** What was selected before the page was asked for. */
  chosen: { quote: string; start: number } | null;
  submissionKey: string;
  /** The id of the provision's discussion. */
  discussion: number;
  form?: FormState;
};

/** A comment on a passage: the text to choose it from, the passage, and what one says of it. */
export function AnnotationForm({
  action,
  provision,
  text,
  language,
  revision,
  chosen,
  submissionKey,
  discussion,
  form,
}: Props) {
  const { t } = useWords();
  const lines = Math.min(14, 2 + Math.ceil(text.length / 60));
  return (
    <form
      method="post"
      action={action}
      className="comment-form stack"
      noValidate
      data-once
      data-keep={action}
    >
      <ErrorSummary form={form} />
      <input type="hidden" name="revision" value={form?.values.revision ?? revision} />
      <input type="hidden" name="start" defaultValue={form?.values.start ?? chosen?.start ?? ""} />
      <input type="hidden" name="key" value={form?.values.key ?? submissionKey} />
      <input type="hidden" name="discussion" value={form?.values.discussion ?? discussion} />
      <details className="stack" open={chosen === null || form?.errors.quote !== undefined}>
        <summary>{t("annotation.source", { provision })}</summary>
        <p className="field-hint" id="source-hint">
          {t("annotation.source.hint")}
        </p>
        <textarea
          readOnly
          rows={lines}
          lang={language}
          className="passage-source"
          value={text}
          aria-label={t("annotation.source", { provision })}
          aria-describedby="source-hint"
          data-passage-source
        />
      </details>
      <TextArea
        name="quote"
        label="annotation.quote"
        hint="annotation.quote.hint"
        form={form}
        rows={4}
        lang={language}
        className="passage-source"
        defaultValue={chosen?.quote}
      />
      <TextArea
        name="body"
        label="comment.body"
        hint="comment.body.hint"
        form={form}
        rows={6}
        maxLength={commentLimits.body}
      />
      <Choices
        name="stance"
        label="comment.stance"
        form={form}
        defaultValue="neutral"
        choices={stances.map((value) => ({ value, label: `comment.stance.${value}` as const }))}
      />
      <p>
        <button className="button">{t("comment.post")}</button>
      </p>
      <script type="module" src="/annotate.js" />
    </form>
  );
}
