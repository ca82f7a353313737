import { sayHidden } from "#app/discussion/hidden-part.ts";
import { discussionPath } from "#app/discussion/place.ts";
import { Day, useWords } from "#app/ui/words.tsx";
import { type DoctrineText, provisionHref } from "./doctrine-text.ts";
import { provisionLabel } from "./provision-name.ts";
import type { UnansweredComment, UnansweredProvision } from "./list-unanswered.server.ts";

type Text = Pick<DoctrineText, "slug" | "language">;

/** Provisions that wait for a disposition, each with how much speaks for answering it and the way to do so. */
export function UnansweredProvisions({
  text,
  provisions,
}: {
  text: Text;
  provisions: UnansweredProvision[];
}) {
  const { t, number } = useWords();
  return (
    <ol className="rows">
      {provisions.map((provision) => (
        <li key={provision.id}>
          <p>
            <a href={provisionHref(text.slug, provision.address)} lang={text.language}>
              {provisionLabel(provision, text.language)}
            </a>
          </p>
          <p className="quiet">
            {t("letter.comments", { count: provision.comments, number: number(provision.comments) })}
            {" · "}
            {t("doctrine.letters", { count: provision.letters, number: number(provision.letters) })}
            {" · "}
            <a href={`${provisionHref(text.slug, provision.address)}/disposition`}>{t("disposition.make")}</a>
          </p>
        </li>
      ))}
    </ol>
  );
}

type ShownComment = Omit<UnansweredComment, "createdAt"> & { createdAt: Date | string };

/** Comments that wait for an official answer, each with what readers think of it and the way to answer. */
export function UnansweredComments({ text, comments }: { text: Text; comments: ShownComment[] }) {
  const { t, number, language } = useWords();
  return (
    <ol className="rows">
      {comments.map(({ id, author, stance, beginning, agree, disagree, createdAt, provision }) => {
        const comment = `${discussionPath({ text: text.slug, provision: provision.address })}/${id}`;
        return (
          <li key={id}>
            <p>
              <a href={comment}>
                <bdi>{sayHidden(beginning, language).replace(/\s+/g, " ").slice(0, 200)}</bdi>
                {beginning.length > 200 ? "…" : ""}
              </a>
            </p>
            <p className="quiet">
              <bdi>{author ?? t("comment.author.gone")}</bdi>, {t(`comment.stance.${stance}`)},{" "}
              <Day at={createdAt} />:{" "}
              <span lang={text.language}>{provisionLabel(provision, text.language)}</span>
              {" · "}
              {t("vote.agree.told", { count: agree, number: number(agree) })},{" "}
              {t("vote.disagree.told", { count: disagree, number: number(disagree) })}
              {" · "}
              <a href={`${comment}?reply#reply`}>{t("unanswered.answer")}</a>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
