import type { Phrase } from "#app/languages/translate.ts";
import { Moment, useWords } from "#app/ui/words.tsx";
import type { AdministrationEvent } from "./list-events.server.ts";

type Listed = Omit<AdministrationEvent, "at"> & { at: Date | string };

/** What administrators did, as a table. */
export function EventList({ events }: { events: Listed[] }) {
  const { t } = useWords();
  if (events.length === 0) return <p>{t("administration.audit.none")}</p>;
  return (
    <div className="console-table" tabIndex={0} role="region" aria-label={t("administration.audit.title")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("administration.audit.when")}</th>
            <th scope="col">{t("administration.audit.who")}</th>
            <th scope="col">{t("administration.audit.act")}</th>
            <th scope="col">{t("administration.audit.on")}</th>
            <th scope="col">{t("administration.audit.changes")}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <td>
                <Moment at={event.at} />
              </td>
              <td>{event.by.name ?? t("administration.account.deleted")}</td>
              <td>{t(`administration.act.${event.act}`)}</td>
              <td>
                {event.account ? (
                  <a href={`/administration/accounts/${event.account.id}`}>
                    {event.account.name ?? t("administration.account.deleted")}
                  </a>
                ) : null}
                {event.account && event.subject ? ", " : null}
                {event.subject}
              </td>
              <td>
                <ChangeList changes={event.changes} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ChangeList({ changes }: Pick<AdministrationEvent, "changes">) {
  const { t } = useWords();
  const said = (value: string | boolean) =>
    typeof value === "boolean" ? t(value ? "administration.yes" : "administration.no") : value || "—";
  return Object.entries(changes).map(([name, [before, after]]) => (
    <p key={name}>
      {t(`administration.change.${name}` as Phrase)}: <del>{said(before)}</del> <ins>{said(after)}</ins>
    </p>
  ));
}
