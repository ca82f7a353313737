import type { Language } from "#app/languages/language.ts";
import { CalendarDay, useWords } from "#app/ui/words.tsx";
import type { DiscussedPassage, Orphan } from "./read-annotations.server.ts";

type Props = {
  passages: DiscussedPassage[];
  orphans: Orphan[];
  /** The address of the provision's discussion, and the language of its text. */
  discussion: string;
  language: Language;
};

/** The passages of a provision that are discussed, and the comments whose passage is gone; nothing while there are none. */
export function Passages({ passages, orphans, discussion, language }: Props) {
  const { t, number } = useWords();
  return (
    <>
      {passages.length > 0 ? (
        <section className="passages" aria-labelledby="passages">
          <h2 id="passages">{t("annotation.passages")}</h2>
          <ol>
            {passages.map(({ first, exact, comments, newest, carried }) => (
              <li key={first} id={`passage-${first}`} tabIndex={-1}>
                <blockquote lang={language}>{exact}</blockquote>
                {carried ? <p className="quiet">{t("annotation.carried.some")}</p> : null}
                <p>
                  {t("annotation.comments", { count: comments, number: number(comments) })}
                  {" · "}
                  {newest.map(({ id, author, stance }, index) => (
                    <span key={id}>
                      {index > 0 ? ", " : ""}
                      <a href={`${discussion}/${id}#comment-${id}`}>
                        <bdi>{author ?? t("comment.author.gone")}</bdi>
                      </a>{" "}
                      <span className="quiet">({t(`comment.stance.${stance}`)})</span>
                    </span>
                  ))}
                  {comments > newest.length ? " …" : ""}
                </p>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      {orphans.length > 0 ? (
        <section className="passages" aria-labelledby="orphans">
          <h2 id="orphans">{t("annotation.orphans")}</h2>
          <p>{t("annotation.orphans.why")}</p>
          <ol>
            {orphans.map(({ id, exact, author, revision }) => (
              <li key={id}>
                <blockquote lang={language}>
                  <del>{exact}</del>
                </blockquote>
                <p>
                  <a href={`${discussion}/${id}#comment-${id}`}>
                    {t("comment.by", { name: author ?? t("comment.author.gone") })}
                  </a>
                  <span className="quiet">
                    , {t("annotation.made-on")} <CalendarDay day={revision} />
                  </span>
                </p>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </>
  );
}
