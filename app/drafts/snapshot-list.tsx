import { formatMoment } from "#app/languages/translate.ts";
import { Moment, useWords } from "#app/ui/words.tsx";
import type { Snapshot } from "./snapshot.ts";

type Shown = Omit<Snapshot, "writtenAt" | "takenAt"> & { writtenAt: Date | string; takenAt: Date | string };

/** The kept states of a draft, each with the way to compare it with what stands now; the newest first. */
export function SnapshotList({ snapshots, here }: { snapshots: Shown[]; here: string }) {
  const { t } = useWords();
  if (snapshots.length === 0) return <p className="quiet">{t("draftHistory.none")}</p>;
  return (
    <ol className="rows">
      {snapshots.map(({ id, name, reason, writtenBy, writtenAt, takenBy }) => (
        <li key={id}>
          <a href={`${here}?from=${id}`}>
            {name === "" ? t(`draftHistory.reason.${reason}`) : <bdi>{name}</bdi>}
          </a>
          <p className="quiet">
            {writtenBy ? t("draftHistory.written", { name: writtenBy }) : t("mine.edited")}{" "}
            <Moment at={writtenAt} />
            {reason === "named" ? (
              <>, {t("draftHistory.named", { name: takenBy ?? t("draftHistory.somebody") })}</>
            ) : null}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Chooses two states to compare; without JavaScript as with it. */
export function CompareStates({
  snapshots,
  from,
  to,
}: {
  snapshots: Shown[];
  from: number;
  to: number | null;
}) {
  const { t, language } = useWords();
  const label = ({ name, reason, writtenAt }: Shown) =>
    `${name === "" ? t(`draftHistory.reason.${reason}`) : name}, ${formatMoment(language, new Date(writtenAt))}`;
  return (
    <form className="history-choice">
      <label htmlFor="from">{t("draftHistory.from")}</label>
      <select id="from" name="from" defaultValue={from}>
        {snapshots.map((snapshot) => (
          <option key={snapshot.id} value={snapshot.id}>
            {label(snapshot)}
          </option>
        ))}
      </select>
      <label htmlFor="to">{t("draftHistory.to")}</label>
      <select id="to" name="to" defaultValue={to ?? ""}>
        <option value="">{t("draftHistory.now")}</option>
        {snapshots.map((snapshot) => (
          <option key={snapshot.id} value={snapshot.id}>
            {label(snapshot)}
          </option>
        ))}
      </select>
      <button className="button button-quiet">{t("draftHistory.compare")}</button>
    </form>
  );
}
