import type { Phrase } from "#app/languages/translate.ts";
import { WideTable } from "#app/ui/wide-table.tsx";
import { Moment, useWords } from "#app/ui/words.tsx";
import type { AdministrationEvent } from "./list-events.server.ts";

type Listed = Omit<AdministrationEvent, "at"> & { at: Date | string };

/** What administrators did, as a table. */
export function EventList({ events }: { events: Listed[] }) {
  const { t } = useWords();
  if (events.length === 0) return <p>{t("administration.audit.none")}</p>;
  return (
    <WideTable
      title="administration.audit.title"
      columns={[
        "administration.audit.when",
        "administration.audit.who",
        "administration.audit.act",
        "administration.audit.on",
        "administration.audit.changes",
      ]}
    >
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
    </WideTable>
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
