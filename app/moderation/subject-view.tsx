import { typeset } from "#app/languages/french-spacing.ts";
import { useWords } from "#app/ui/words.tsx";
import type { Subject } from "./subject.server.ts";

/** What something is and where, as a link. */
export function SubjectName({ subject }: { subject: Pick<Subject, "kind" | "path" | "title" | "language"> }) {
  const { t } = useWords();
  return (
    <>
      {t(`moderation.kind.${subject.kind}`)} ·{" "}
      <a href={subject.path} lang={subject.language}>
        {typeset(subject.title, subject.language)}
      </a>
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
