import type { SpeakersComment } from "#app/discussion/comments-of-speakers.server.ts";
import { typeset } from "#app/languages/french-spacing.ts";
import type { OwnLetter } from "#app/letters/letters-of-organisation.server.ts";
import { Day, useWords } from "#app/ui/words.tsx";

/** As a loader hands it on: moments are text then. */
type Sent<Row, Moment extends keyof Row> = Omit<Row, Moment> & Record<Moment, Date | string>;

/** The letters that an organisation published; nothing while there is none. */
export function OwnLetters({ letters }: { letters: Sent<OwnLetter, "publishedAt">[] }) {
  const { t } = useWords();
  if (letters.length === 0) return null;
  return (
    <>
      <h2>{t("organisation.letters")}</h2>
      <ul className="organisation-list">
        {letters.map(({ slug, title, language, publishedAt }) => (
          <li key={slug}>
            <a href={`/letters/${slug}`} lang={language}>
              {typeset(title, language)}
            </a>{" "}
            <span className="quiet">
              <Day at={publishedAt} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What those who speak for an organisation said in discussions, in their own name; nothing while there is none. */
export function SpeakersComments({ comments }: { comments: Sent<SpeakersComment, "createdAt">[] }) {
  const { t } = useWords();
  if (comments.length === 0) return null;
  return (
    <>
      <h2>{t("organisation.comments")}</h2>
      <p className="quiet">{t("organisation.comments.own")}</p>
      <ul className="organisation-list">
        {comments.map(({ id, path, title, language, author, stance, beginning, createdAt }) => (
          <li key={id}>
            <a href={`${path}/${id}`}>
              <bdi>{beginning.replace(/\s+/g, " ").slice(0, 140)}</bdi>
              {beginning.length > 140 ? "…" : ""}
            </a>
            <p className="quiet">
              <bdi>{author}</bdi>, {t(`comment.stance.${stance}`)}, <Day at={createdAt} />:{" "}
              <span lang={language}>{typeset(title, language)}</span>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
