import { useWords } from "#app/ui/words.tsx";

/** "Official answer of …": what an official of the text gave as one; it stays when the words are deleted. */
export function AnswerBadge({ answer }: { answer: { organisation: { slug: string; name: string } | null } }) {
  const { t } = useWords();
  const { organisation } = answer;
  return (
    <p className="answer-badge">
      {organisation ? (
        <a href={`/organisations/${organisation.slug}`}>
          {t("answer.badge.of", { name: organisation.name })}
        </a>
      ) : (
        t("answer.badge")
      )}
    </p>
  );
}
