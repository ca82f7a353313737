import { typeset } from "#app/languages/french-spacing.ts";
import { useWords } from "#app/ui/words.tsx";
import type { Subject } from "./subject.server.ts";

type Named = Pick<Subject, "kind" | "path" | "title" | "language">;

/** What something is and where, as a link unless the reader cannot go there. */
export function SubjectName({ subject, link = true }: { subject: Named; link?: boolean }) {
  const { t } = useWords();
  const title = <span lang={subject.language}>{typeset(subject.title, subject.language)}</span>;
  return (
    <>
      {t(`moderation.kind.${subject.kind}`)} · {link ? <a href={subject.path}>{title}</a> : title}
    </>
  );
}

/** Its words as they were typed, for somebody who judges them: no link in them leads anywhere. */
export function SubjectWords({ words }: { words: string }) {
  return (
    <blockquote className="moderation-words" dir="auto">
      {words}
    </blockquote>
  );
}

/** What a decision hides of a comment, for its author and for moderators. */
export function HiddenPassages({ passages }: { passages: string[] | null }) {
  const { t } = useWords();
  if (!passages || passages.length === 0) return null;
  return (
    <>
      <p>{t("decide.passages.hidden")}</p>
      <ul>
        {passages.map((passage) => (
          <li key={passage} dir="auto">
            {passage}
          </li>
        ))}
      </ul>
    </>
  );
}
