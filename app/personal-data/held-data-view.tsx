import { typeset } from "#app/languages/french-spacing.ts";
import { formatDay, formatMoment, type Phrase } from "#app/languages/translate.ts";
import { useWords } from "#app/ui/words.tsx";
import type { HeldAccount, HeldData, HeldRecords } from "./held-data.ts";

/** Mails that are listed one by one; the file to download has them all. */
const mailsListed = 20;

/** All that is held about an address: signatures and mails one by one, the rest counted and in the file. */
export function HeldDataView({ held, base }: { held: HeldData; base: string }) {
  const { t, language } = useWords();
  const others = held.joins.length + held.invitations.length + held.proofs.length + held.reports.length;
  const nothing = held.signatures.length + others === 0 && !held.account;
  return (
    <>
      <p className="lead">{t("myData.about", { address: held.address })}</p>
      {nothing ? <p>{t("myData.nothing")}</p> : null}
      <p>
        <a href={`${base}.json`} download>
          {t("myData.download")}
        </a>
      </p>
      {held.signatures.length > 0 ? (
        <section className="stack">
          <h2>{t("myData.signatures")}</h2>
          <ul className="rows">
            {held.signatures.map(({ id, letter, name, state, version, signedAt }) => (
              <li key={id} data-signature={id}>
                <p>
                  <bdi lang={letter.language}>{typeset(letter.title, letter.language)}</bdi>
                </p>
                <p className="quiet">
                  <bdi>{name}</bdi>.{" "}
                  {t("myData.signature.version", {
                    version,
                    state: t(`myData.state.${state}`),
                    day: formatDay(language, new Date(signedAt)),
                  })}
                </p>
                <p>
                  <a
                    href={`${base}/signatures/${id}`}
                    aria-label={`${t("myData.signature.change")}: ${letter.title}`}
                  >
                    {t("myData.signature.change")}
                  </a>
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {held.account ? <AccountPart account={held.account} records={held.records} /> : null}
      {others > 0 ? (
        <p>
          {t("myData.others")}: {others}
        </p>
      ) : null}
      {held.mails.length > 0 ? (
        <section className="stack">
          <h2>{t("myData.mails")}</h2>
          <ul>
            {held.mails.slice(0, mailsListed).map(({ subject, at, sentAt }, index) => (
              <li key={index}>
                {subject} (
                {t(sentAt ? "myData.mail.sent" : "myData.mail.waiting", {
                  moment: formatMoment(language, new Date(sentAt ?? at)),
                })}
                )
              </li>
            ))}
          </ul>
          {held.mails.length > mailsListed ? (
            <p>{t("myData.mails.more", { count: held.mails.length - mailsListed })}</p>
          ) : null}
        </section>
      ) : null}
      <p>
        <a href={`${base}/erase`}>{t("myData.erase.open")}</a>
      </p>
    </>
  );
}

function AccountPart({ account, records }: { account: HeldAccount; records: HeldRecords }) {
  const { t, number, language } = useWords();
  const parts: [Phrase, number][] = [
    ["myData.account.sessions", account.sessions.length],
    ["myData.account.passkeys", account.passkeys.length],
    ["myData.account.signIns", account.signIns.length],
    ["myData.account.organisations", account.organisations.length + account.mandates.length],
    ["myData.account.letters", account.letters.length],
    [
      "myData.account.comments",
      account.comments.length +
        account.heldComments.length +
        account.votes.length +
        account.marginComments.length,
    ],
    ["myData.account.notices", account.notices.length + account.subscriptions.length],
    ["myData.account.decisions", account.decisions.length],
    [
      "myData.account.log",
      account.organisationLog.length + account.letterLog.length + account.invalidations.length,
    ],
    ["myData.account.records", Object.values(records).flat().length],
  ];
  return (
    <section className="stack">
      <h2>{t("myData.account")}</h2>
      <p>
        {t("myData.account.text", {
          name: account.name,
          day: formatDay(language, new Date(account.joinedAt)),
        })}{" "}
        <a href="/settings">{t("myData.account.settings")}</a>
      </p>
      <dl className="facts">
        {parts.map(([part, count]) => (
          <div key={part}>
            <dt>{t(part)}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t("myData.more")}</p>
    </section>
  );
}
