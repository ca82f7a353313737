import type { TextOfficial } from "#app/doctrine/text-official.ts";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Checkbox, Choices, TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import { commentLimits, type Stance, stances } from "./comment.ts";

type Props = {
  action: string;
  /** The comment replied to; null for one of its own. */
  parent: number | null;
  submissionKey?: string;
  /** The id of a provision's discussion: its address may be another one's before the form is sent. */
  discussion?: number;
  form?: FormState;
  edited?: { body: string; stance: Stance };
  /** What the text begins with: a quotation of the comment replied to. */
  begun?: string;
  /** In whose name the reply may be official, if it may. */
  official?: TextOfficial | null;
};

/** The form of a comment, a reply or an edit. Its draft is kept in the browser under its place. */
export function CommentForm({
  action,
  parent,
  submissionKey,
  discussion,
  form,
  edited,
  begun,
  official,
}: Props) {
  const { t } = useWords();
  const idPrefix = edited ? "edit-" : `reply-${parent ?? 0}-`;
  return (
    <form
      method="post"
      action={action}
      className="comment-form stack"
      noValidate
      data-once
      data-keep={edited ? undefined : `${action}#${parent ?? 0}`}
    >
      <ErrorSummary form={form} idPrefix={idPrefix} />
      {edited ? (
        <input type="hidden" name="intent" value="edit" />
      ) : (
        <input type="hidden" name="parent" value={parent ?? ""} />
      )}
      {submissionKey ? <input type="hidden" name="key" value={submissionKey} /> : null}
      {discussion === undefined ? null : (
        <input type="hidden" name="discussion" value={form?.values.discussion ?? discussion} />
      )}
      <TextArea
        idPrefix={idPrefix}
        name="body"
        label={edited ? "comment.edit" : parent === null ? "comment.body" : "comment.reply.body"}
        hint="comment.body.hint"
        form={form}
        rows={6}
        maxLength={commentLimits.body}
        defaultValue={edited?.body ?? begun}
      />
      <Choices
        idPrefix={idPrefix}
        name="stance"
        label="comment.stance"
        form={form}
        defaultValue={edited?.stance ?? "neutral"}
        choices={stances.map((value) => ({ value, label: `comment.stance.${value}` as const }))}
      />
      {official && parent !== null ? (
        <Checkbox
          idPrefix={idPrefix}
          name="officially"
          label="answer.officially"
          hint={official.organisation ? "answer.officially.of" : "answer.officially.own"}
          hintValues={{ name: official.organisation?.name ?? "" }}
          form={form}
        />
      ) : null}
      <p>
        <button className="button">
          {t(edited ? "form.save" : parent === null ? "comment.post" : "comment.reply.post")}
        </button>
      </p>
    </form>
  );
}
