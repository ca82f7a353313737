import { useWords } from "#app/ui/words.tsx";
import { type Rhythm, rhythms } from "./notice.ts";

type Props = {
  id: string;
  rhythm: Rhythm | null;
  /** Whether the thing is followed without a choice. */
  byRule: boolean;
  /** The thing's title, where several such choices stand below each other. */
  title?: string;
};

/** The choice of a rhythm in a thing's form. */
export function RhythmSelect({ id, rhythm, byRule, title }: Props) {
  const { t } = useWords();
  const named = title === undefined ? undefined : t("subscriptions.of", { title });
  return (
    <>
      <label htmlFor={id}>{t("rhythm.label")}</label>
      <select id={id} name="rhythm" defaultValue={rhythm ?? ""} aria-label={named}>
        <option value="">{t(byRule ? "rhythm.rule" : "rhythm.none")}</option>
        {rhythms.map((each) => (
          <option key={each} value={each}>
            {t(`rhythm.${each}`)}
          </option>
        ))}
      </select>
    </>
  );
}
