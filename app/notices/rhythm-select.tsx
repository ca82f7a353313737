import { useWords } from "#app/ui/words.tsx";
import { type Rhythm, rhythms } from "./notice.ts";

/** The choice of a rhythm in a thing's form. @param byRule whether the thing is followed without a choice */
export function RhythmSelect(props: { id: string; label: string; rhythm: Rhythm | null; byRule: boolean }) {
  const { id, label, rhythm, byRule } = props;
  const { t } = useWords();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select id={id} name="rhythm" defaultValue={rhythm ?? ""}>
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
