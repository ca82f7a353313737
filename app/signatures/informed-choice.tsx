import { useWords } from "#app/ui/words.tsx";

/** Whether the signatory hears what becomes of the letter, and the button that changes it. */
export function InformedChoice({ informed }: { informed: boolean }) {
  const { t } = useWords();
  return (
    <form
      method="post"
      data-once
      className="stack informed-choice"
      id="informed"
      aria-labelledby="informed-title"
    >
      <h2 id="informed-title">{t("informed.title")}</h2>
      <p>{t(informed ? "informed.yes" : "informed.no")}</p>
      <p>
        <button className="button button-quiet" name="intent" value={informed ? "leave-alone" : "inform"}>
          {t(informed ? "informed.stop" : "informed.start")}
        </button>
      </p>
    </form>
  );
}
