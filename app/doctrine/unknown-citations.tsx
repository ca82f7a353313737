import { useWords } from "#app/ui/words.tsx";

/** A line in the list of what keeps a letter from being published: citations that lead nowhere, by name. */
export function UnknownCitations({ citations }: { citations: string[] }) {
  const { t } = useWords();
  if (citations.length === 0) return null;
  return (
    <li>
      {t("citation.missing")}
      <ul>
        {citations.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </li>
  );
}
