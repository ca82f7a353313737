import { formatMoment } from "#app/languages/translate.ts";
import { useWords } from "#app/ui/words.tsx";

/** That slow mode holds in a discussion, and until when. */
export function SlowNotice({ slow }: { slow: { minutes: number; until: Date | string } | null }) {
  const { t, language } = useWords();
  if (!slow) return null;
  const until = formatMoment(language, new Date(slow.until));
  return <p className="notice">{t("discussion.slow", { count: slow.minutes, until })}</p>;
}
