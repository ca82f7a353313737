import type { FormEvent } from "react";
import { splitAtMentions } from "#app/discussion/mention.ts";
import { frenchSpacing } from "#app/languages/french-spacing.ts";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Moment, useWords } from "#app/ui/words.tsx";
import type { MarginComment } from "./margin.ts";
import { MarginBody } from "./margin-fields.tsx";

/** What the entries of a thread share: where their forms go, who reads them, what was refused. */
export type MarginStanding = {
  /** The address of the page; forms are posted there. */
  path: string;
  accountId: number;
  canWrite: boolean;
  people: string[];
  /** A form that was refused, with what was typed. */
  form?: FormState;
  /** Sends a form by script; without it the browser does. */
  onSubmit?: (event: FormEvent<HTMLFormElement>) => void;
};

/** The refused form when it is this one. */
export const refusedHere = (
  form: FormState | undefined,
  intent: string,
  name: "thread" | "comment",
  id: number,
): FormState | undefined =>
  form?.values.intent === intent && form.values[name] === String(id) ? form : undefined;

/** One comment in the margin: who, when, what; one's own can be changed and deleted. */
export function MarginCommentView({
  comment,
  standing,
}: {
  comment: MarginComment;
  standing: MarginStanding;
}) {
  const { t } = useWords();
  const { id, author, authorId, body, mentions, createdAt, editedAt, deletedAt } = comment;
  const name = author ?? t("margin.somebody");
  const own = authorId === standing.accountId && deletedAt === null;
  return (
    <article className="margin-comment" id={`comment-${id}`} aria-label={t("comment.by", { name })}>
      <p className="margin-head">
        <bdi className="margin-author">{name}</bdi> <Moment at={createdAt} />
        {editedAt && !deletedAt ? (
          <>
            {" "}
            · {t("margin.edited")} <Moment at={editedAt} />
          </>
        ) : null}
      </p>
      {/* Comments do not say their language; only French sets spaces where these become no-break ones. */}
      {deletedAt ? (
        <p className="quiet">{t("margin.deleted")}</p>
      ) : (
        <p className="margin-words">
          {splitAtMentions(body, mentions).map(({ text, mention }, index) =>
            mention ? (
              <b key={index} className="mention">
                {frenchSpacing(text)}
              </b>
            ) : (
              frenchSpacing(text)
            ),
          )}
        </p>
      )}
      {own ? <OwnForms comment={comment} standing={standing} /> : null}
    </article>
  );
}

function OwnForms({ comment, standing }: { comment: MarginComment; standing: MarginStanding }) {
  const { t } = useWords();
  const { path, canWrite, people, form, onSubmit } = standing;
  const edited = refusedHere(form, "edit", "comment", comment.id);
  const deleted = refusedHere(form, "delete", "comment", comment.id);
  return (
    <div className="margin-own">
      {canWrite ? (
        <details open={edited !== undefined}>
          <summary>{t("margin.edit")}</summary>
          <form method="post" action={path} className="stack" noValidate data-once onSubmit={onSubmit}>
            <ErrorSummary form={edited} idPrefix={`edit-${comment.id}-`} />
            <input type="hidden" name="intent" value="edit" />
            <input type="hidden" name="comment" value={comment.id} />
            <MarginBody
              idPrefix={`edit-${comment.id}-`}
              label="margin.body"
              people={people}
              form={edited}
              defaultValue={comment.body}
            />
            <p>
              <button className="button">{t("form.save")}</button>
            </p>
          </form>
        </details>
      ) : null}
      <details open={deleted !== undefined}>
        <summary>{t("margin.delete")}</summary>
        <form method="post" action={path} className="stack" data-once onSubmit={onSubmit}>
          <ErrorSummary form={deleted} />
          <input type="hidden" name="intent" value="delete" />
          <input type="hidden" name="comment" value={comment.id} />
          <p>{t("margin.delete.text")}</p>
          <p>
            <button className="button button-quiet">{t("margin.delete.button")}</button>
          </p>
        </form>
      </details>
    </div>
  );
}
