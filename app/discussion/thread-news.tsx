import { useWords } from "#app/ui/words.tsx";

/**
 * Where a script tells, politely, how many comments came while one reads, and offers to fold what was read before.
 * It carries the words, for scripts have no dictionary. Without script it stays empty.
 * @param last the newest comment there was when the page was made
 */
export function ThreadNews({ path, last }: { path: string; last: number }) {
  const { t } = useWords();
  const told = (count: number) => t("discussion.news", { count, number: "{n}" });
  return (
    <div
      className="thread-news"
      data-thread={path}
      data-last={last}
      data-one={told(1)}
      data-other={told(5)}
      data-show={t("discussion.news.show")}
      data-fold={t("discussion.fold")}
      data-unfold={t("discussion.unfold")}
      data-fresh={t("discussion.fresh")}
      data-keys={t("discussion.keys")}
      data-named={t("discussion.mention")}
    >
      <p role="status" />
      <script type="module" src="/discussion.js" />
    </div>
  );
}
