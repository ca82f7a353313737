import type { Phrase } from "#app/languages/translate.ts";
import { useWords } from "#app/ui/words.tsx";

/** Whether the signatory hears what becomes of the letter, and the button that changes it. */
export function InformedChoice({ informed }: { informed: boolean }) {
  return (
    <Wish
      name="informed"
      stands={informed ? "informed.yes" : "informed.no"}
      intent={informed ? "leave-alone" : "inform"}
      button={informed ? "informed.stop" : "informed.start"}
    />
  );
}

/** Whether the press may quote what the signatory wrote, and the button that changes it. */
export function QuotableChoice({ quotable }: { quotable: boolean }) {
  return (
    <Wish
      name="quotable"
      stands={quotable ? "quotable.yes" : "quotable.no"}
      intent={quotable ? "keep-from-press" : "permit-press"}
      button={quotable ? "quotable.stop" : "quotable.start"}
    />
  );
}

function Wish({
  name,
  stands,
  intent,
  button,
}: {
  name: "informed" | "quotable";
  stands: Phrase;
  intent: string;
  button: Phrase;
}) {
  const { t } = useWords();
  return (
    <form
      method="post"
      data-once
      className="stack signature-wish"
      id={name}
      aria-labelledby={`${name}-title`}
    >
      <h2 id={`${name}-title`}>{t(`${name}.title`)}</h2>
      <p>{t(stands)}</p>
      <p>
        <button className="button button-quiet" name="intent" value={intent}>
          {t(button)}
        </button>
      </p>
    </form>
  );
}
