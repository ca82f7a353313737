import { useWords } from "#app/ui/words.tsx";
import { type Branch, growBranches, shownBelow } from "./branches.ts";
import { CommentView, type ShownComment } from "./comment-view.tsx";
import { CommentForm } from "./comment-form.tsx";
import type { Standing } from "./standing.ts";

/** Replies so far below the comment that a page begins with are folded, all that follow with them. */
const foldedAt = 4;

type Props = Standing & { comments: ShownComment[] };

/** Comments with their replies, as nested lists: depth is told by the lists themselves and by indentation. */
export function Thread({ comments, ...standing }: Props) {
  const { t } = useWords();
  return (
    <>
      <ol className="thread" aria-label={t("discussion.thread")}>
        {growBranches(comments).map((branch) => (
          <BranchView key={branch.comment.id} branch={branch} level={0} standing={standing} />
        ))}
      </ol>
      {standing.accountId === null || standing.closed ? null : <ReplyTemplate {...standing} />}
    </>
  );
}

/** The form that a script puts under a comment when somebody replies there; without script "reply" is a link. */
function ReplyTemplate({ path, discussion, official }: Standing) {
  return (
    <template id="reply-template">
      <CommentForm action={path} parent={0} submissionKey="new" discussion={discussion} official={official} />
    </template>
  );
}

type BranchProps = { branch: Branch<ShownComment>; level: number; standing: Standing; answered?: string };

function BranchView({ branch, level, standing, answered }: BranchProps) {
  const { t, number } = useWords();
  const { comment, replies, hidden } = branch;
  const here = `${standing.path}/${comment.id}`;
  const shown = shownBelow(branch);
  return (
    <li className="branch">
      <CommentView comment={comment} standing={standing} answered={answered} />
      {replies.length > 0 ? (
        <details className="replies" open={level + 1 !== foldedAt}>
          <summary>{t("comment.replies", { count: shown, number: number(shown) })}</summary>
          <ol>
            {replies.map((reply) => (
              <BranchView
                key={reply.comment.id}
                branch={reply}
                level={level + 1}
                standing={standing}
                answered={
                  comment.deletedAt || comment.hiddenFor
                    ? t(comment.deletedAt ? "comment.deleted.short" : "comment.hidden.short")
                    : (comment.author ?? t("comment.author.gone"))
                }
              />
            ))}
          </ol>
        </details>
      ) : null}
      {hidden > 0 ? (
        <p className="branch-more">
          <a href={here}>
            {t(replies.length > 0 ? "comment.more" : "comment.continue", {
              count: hidden,
              number: number(hidden),
            })}
          </a>
        </p>
      ) : null}
    </li>
  );
}
