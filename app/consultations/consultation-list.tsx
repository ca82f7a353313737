import { Moment, useWords } from "#app/ui/words.tsx";
import type { Consultation } from "./consultation.ts";

type Shown = Omit<Consultation, "opensAt" | "endsAt"> & { opensAt: Date | string; endsAt: Date | string };

/** The consultations on a text, each with where it stands and its days. */
export function ConsultationList({ slug, consultations }: { slug: string; consultations: Shown[] }) {
  const { t } = useWords();
  if (consultations.length === 0) return <p>{t("consultations.none")}</p>;
  return (
    <ul className="rows">
      {consultations.map((consultation) => (
        <li key={consultation.id}>
          <p>
            <a href={`/doctrine/${slug}/consultations/${consultation.id}`}>{consultation.title}</a>
          </p>
          <ConsultationDays consultation={consultation} />
        </li>
      ))}
    </ul>
  );
}

/** Where a consultation stands, and from when until when comments are taken. */
export function ConsultationDays({ consultation }: { consultation: Shown }) {
  const { t } = useWords();
  const { state, opensAt, endsAt } = consultation;
  return (
    <p className="quiet">
      <strong className={`consultation-state consultation-state-${state}`}>
        {t(`consultation.state.${state}`)}
      </strong>
      {state === "called-off" ? null : (
        <>
          , {t("consultation.from")} <Moment at={opensAt} /> {t("consultation.until")} <Moment at={endsAt} />
        </>
      )}
    </p>
  );
}
