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
      <div className="console-table" tabIndex={0} role="region" aria-label={t("administration.mails.title")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("administration.mails.written")}</th>
              <th scope="col">{t("administration.mails.kind")}</th>
              <th scope="col">{t("administration.mails.to")}</th>
              <th scope="col">{t("administration.mails.state")}</th>
              <th scope="col">{t("administration.mails.error")}</th>
            </tr>
          </thead>
          <tbody>
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
          </tbody>
        </table>
      </div>
    </form>
  );
}
