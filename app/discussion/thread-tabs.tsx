import { useWords } from "#app/ui/words.tsx";
import { stances } from "./comment.ts";
import { type Sort, sorts, type ThreadView, viewHref } from "./thread-order.ts";

type Props = { path: string; view: ThreadView; standard: Sort };

/** Links to the orders in which a thread can be read. */
export function SortTabs({ path, view, standard }: Props) {
  const { t } = useWords();
  return (
    <nav aria-label={t("discussion.sort")} className="tabs">
      {sorts.map((sort) => (
        <a
          key={sort}
          href={viewHref(path, { ...view, sort, after: null }, standard)}
          aria-current={sort === view.sort ? "page" : undefined}
        >
          {t(`discussion.sort.${sort}`)}
        </a>
      ))}
    </nav>
  );
}

/** Links that show the comments of one stance only. */
export function StanceTabs({ path, view, standard }: Props) {
  const { t } = useWords();
  return (
    <nav aria-label={t("discussion.stance")} className="tabs tabs-quiet">
      {[null, ...stances].map((stance) => (
        <a
          key={stance ?? "all"}
          href={viewHref(path, { ...view, stance, after: null }, standard)}
          aria-current={stance === view.stance ? "page" : undefined}
        >
          {t(stance === null ? "discussion.stance.all" : `comment.stance.${stance}`)}
        </a>
      ))}
    </nav>
  );
}
