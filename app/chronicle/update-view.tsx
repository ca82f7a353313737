import { typeset } from "#app/languages/french-spacing.ts";
import type { Letter } from "#app/letters/letter.ts";
import { Day, useWords } from "#app/ui/words.tsx";
import type { Update } from "./record.ts";

/** An update as it is shown: its text as HTML. */
type ShownUpdate = Pick<Update, "id" | "title"> & { html: string; publishedAt: Date | string };
type Told = Pick<Letter, "slug" | "language" | "authorName">;

/** The updates of a letter, whole, each with its own address. */
export function UpdateList({ letter, updates }: { letter: Told; updates: ShownUpdate[] }) {
  const { t } = useWords();
  if (updates.length === 0) return <p>{t("updates.none")}</p>;
  return (
    <div className="updates">
      {updates.map((update) => (
        <article key={update.id} aria-labelledby={`update-${update.id}`}>
          <p className="kicker">
            <Day at={update.publishedAt} />
          </p>
          <h2 id={`update-${update.id}`} lang={letter.language}>
            <a href={`/letters/${letter.slug}/updates/${update.id}`}>
              {typeset(update.title, letter.language)}
            </a>
          </h2>
          <RecordText html={update.html} language={letter.language} />
        </article>
      ))}
    </div>
  );
}

/** What somebody wrote, set like a letter and smaller. */
export function RecordText({ html, language }: { html: string; language?: string }) {
  return <div className="record-text" lang={language} dangerouslySetInnerHTML={{ __html: html }} />;
}
