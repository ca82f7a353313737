import { useReader, useWords } from "#app/ui/words.tsx";
import type { ShownComment } from "./comment-view.tsx";
import type { Standing } from "./standing.ts";

/** How many agree and disagree, and for whom may vote two buttons; the pressed one takes the vote back. */
export function VoteForm({ comment, standing }: { comment: ShownComment; standing: Standing }) {
  const { t, number } = useWords();
  const path = useReader()?.path ?? "/";
  const { agreeCount, disagreeCount, vote } = comment;
  const sides = [
    { value: "agree", count: agreeCount, pressed: vote === true },
    { value: "disagree", count: disagreeCount, pressed: vote === false },
  ] as const;
  if (standing.accountId === null || standing.accountId === comment.authorId || standing.archived) {
    if (agreeCount + disagreeCount === 0) return null;
    return (
      <span className="votes-told">
        {sides
          .map(({ value, count }) => t(`vote.${value}.told`, { count, number: number(count) }))
          .join(" · ")}
      </span>
    );
  }
  return (
    <form
      method="post"
      action={`${standing.path}/${comment.id}`}
      className="votes"
      data-vote={`${standing.path}/${comment.id}/vote`}
    >
      <input type="hidden" name="intent" value="vote" />
      <input type="hidden" name="next" value={`${path}#comment-${comment.id}`} />
      {sides.map(({ value, count, pressed }) => (
        <button
          key={value}
          name="vote"
          value={pressed ? "none" : value}
          data-side={value}
          aria-pressed={pressed}
          className={`vote vote-${value}`}
        >
          {t(`vote.${value}`)} <span className="vote-count">{number(count)}</span>
        </button>
      ))}
    </form>
  );
}
