import type { Phrase } from "#app/languages/translate.ts";
import { Moment, useWords } from "#app/ui/words.tsx";
import type { CoAuthorEvent } from "./record-event.server.ts";

type Shown = Omit<CoAuthorEvent, "at"> & { at: Date | string };

/** What was done to those who write a letter, the newest first. */
export function EventList({ events }: { events: Shown[] }) {
  const { t } = useWords();
  const someone = t("organisation.someone");
  if (events.length === 0) return <p className="quiet">{t("coAuthors.log.none")}</p>;
  return (
    <ol className="organisation-log">
      {events.map((event) => (
        <li key={event.id}>
          {t(phraseOf(event), {
            actor: event.actor ?? someone,
            account: event.account ?? someone,
            organisation: event.organisation ?? someone,
          })}{" "}
          <span className="quiet">
            <Moment at={event.at} />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Only some events are about a role; the table keeps one for these alone. */
function phraseOf({ event, role, organisation, byItself }: Shown): Phrase {
  switch (event) {
    case "invited":
      return organisation
        ? "coAuthors.event.invited-organisation"
        : `coAuthors.event.invited.${role ?? "reader"}`;
    case "role-changed":
      return byItself ? "coAuthors.event.handed-over" : `coAuthors.event.role-changed.${role ?? "reader"}`;
    case "joined":
      return `coAuthors.event.joined.${role ?? "reader"}`;
    default:
      return `coAuthors.event.${event}`;
  }
}
