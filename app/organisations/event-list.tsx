import type { Phrase } from "#app/languages/translate.ts";
import { Moment, useWords } from "#app/ui/words.tsx";
import type { OrganisationEvent } from "./read-organisation.server.ts";

type Shown = Omit<OrganisationEvent, "at"> & { at: Date | string };

/** What was done for an organisation, the newest first. */
export function EventList({ events }: { events: Shown[] }) {
  const { t } = useWords();
  return (
    <ol className="organisation-log">
      {events.map((event) => (
        <li key={event.id}>
          {t(phraseOf(event), {
            actor: event.byItself ? t("organisation.itself") : (event.actor ?? t("organisation.someone")),
            account: event.account ?? t("organisation.someone"),
            subject: event.subject,
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
function phraseOf({ event, role }: Shown): Phrase {
  switch (event) {
    case "invited":
    case "joined":
    case "role-changed":
      return `organisation.event.${event}.${role ?? "member"}`;
    default:
      return `organisation.event.${event}`;
  }
}
