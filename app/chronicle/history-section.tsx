import type { Letter } from "#app/letters/letter.ts";
import { useWords } from "#app/ui/words.tsx";
import { HistoryList } from "./history-list.tsx";

/** The newest lines on a letter's page; all of them are on their own page. */
const shown = 6;

type Props = {
  letter: Pick<Letter, "slug" | "language" | "authorName">;
  events: Parameters<typeof HistoryList>[0]["events"];
};

/** What happened to a letter lately. Where nothing did but its publication, its head has said so. */
export function HistorySection({ letter, events }: Props) {
  const { t, number } = useWords();
  if (events.length < 2) return null;
  return (
    <section className="letter-history" aria-labelledby="history">
      <h2 id="history">{t("history.title")}</h2>
      <HistoryList letter={letter} events={events.slice(0, shown)} />
      <p>
        <a href={`/letters/${letter.slug}/history`}>{t("history.all", { number: number(events.length) })}</a>
      </p>
    </section>
  );
}
