import { frenchSpacing } from "#app/languages/french-spacing.ts";
import { CalendarDay, useWords } from "#app/ui/words.tsx";
import type { Reply } from "./record.ts";

/** Who replied to a letter, the latest first, each leading to the reply. */
export function ReplyList({
  slug,
  replies,
}: {
  slug: string;
  replies: Pick<Reply, "id" | "name" | "office" | "day">[];
}) {
  const { t } = useWords();
  if (replies.length === 0) return <p>{t("replies.none")}</p>;
  return (
    <ul className="rows">
      {replies.map((reply) => (
        <li key={reply.id}>
          <a href={`/letters/${slug}/replies/${reply.id}`}>{t("reply.from", { name: reply.name })}</a>
          <p className="quiet">
            {reply.office ? <>{frenchSpacing(reply.office)} · </> : null}
            <CalendarDay day={reply.day} />
          </p>
        </li>
      ))}
    </ul>
  );
}
