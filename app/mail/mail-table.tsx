import { WideTable } from "#app/ui/wide-table.tsx";
import { Moment, useWords } from "#app/ui/words.tsx";
import type { LoggedMail } from "./mail-log.server.ts";

type Listed = Omit<LoggedMail, "createdAt" | "sentAt"> & {
  createdAt: Date | string;
  sentAt: Date | string | null;
};

/** The log of mails; one that failed has a button to send it again. @param action where that is posted to */
export function MailTable({ mails, action }: { mails: Listed[]; action: string }) {
  const { t } = useWords();
  if (mails.length === 0) return <p>{t("administration.mails.none")}</p>;
  return (
    <form method="post" action={action} data-once>
      <WideTable
        title="administration.mails.title"
        columns={[
          "administration.mails.written",
          "administration.mails.kind",
          "administration.mails.to",
          "administration.mails.state",
          "administration.mails.error",
        ]}
      >
        {mails.map((mail) => (
          <tr key={mail.id}>
            <td>
              <Moment at={mail.createdAt} />
            </td>
            <th scope="row">
              {mail.kind} ({mail.language})
            </th>
            <td>{mail.to}</td>
            <td>
              {t(`administration.mail.${mail.state}`)}
              {mail.sentAt ? (
                <>
                  <br />
                  <Moment at={mail.sentAt} />
                </>
              ) : null}
            </td>
            <td className="console-error">
              {mail.error}
              {mail.state === "failing" ? (
                <p>
                  <button className="link-button" name="again" value={mail.id}>
                    {t("administration.mails.again", { id: mail.id })}
                  </button>
                </p>
              ) : null}
            </td>
          </tr>
        ))}
      </WideTable>
    </form>
  );
}
