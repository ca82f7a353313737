import { useWords } from "#app/ui/words.tsx";
import { type ShownWindow, tellWindow } from "./window-words.ts";

type Props = {
  /** The text's slug. */
  slug: string;
  window: ShownWindow & { title?: string };
};

/** When comments on a text are taken, with the way to the consultation; nothing where they are at any time. */
export function ConsultationNotice({ slug, window }: Props) {
  const { t, language } = useWords();
  if (window.state === "always") return null;
  return (
    <p className="notice">
      <a href={`/doctrine/${slug}/consultations/${window.id}`}>{window.title}</a>
      <br />
      {tellWindow(t, language, window)}
    </p>
  );
}
