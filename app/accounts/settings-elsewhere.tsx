import { useWords } from "#app/ui/words.tsx";

/** A part of the settings that has a page of its own. */
export function SettingsElsewhere({ noun }: { noun: "passkeys" | "tokens" }) {
  const { t } = useWords();
  return (
    <section className="stack" aria-labelledby={noun}>
      <h2 id={noun}>{t(`${noun}.title`)}</h2>
      <p>{t(`${noun}.lead`)}</p>
      <p>
        <a href={`/settings/${noun}`}>{t(`${noun}.open`)}</a>
      </p>
    </section>
  );
}
