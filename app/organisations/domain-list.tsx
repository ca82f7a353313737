import type { ReactNode } from "react";
import { Day, Moment, useWords } from "#app/ui/words.tsx";
import type { OrganisationDomain } from "./verify-domain.server.ts";

type Moments = "provedAt" | "checkedAt" | "failingSince";
type Shown = Omit<OrganisationDomain, Moments> & Record<Moments, Date | string | null>;

/** The domains an organisation says are its own: how each stands, what has to be placed where, what may be done. */
export function DomainList({ domains }: { domains: Shown[] }) {
  const { t } = useWords();
  if (domains.length === 0) return <p className="quiet">{t("domains.none")}</p>;
  return (
    <ul className="domains">
      {domains.map((domain) => (
        <li key={domain.domain}>
          <h2>{domain.shown}</h2>
          <Standing domain={domain} />
          <form method="post" className="member-form" data-once>
            <input type="hidden" name="domain" value={domain.domain} />
            <Act intent="check" label={t("domains.check")} of={domain.shown} />
            <Act intent="remove" label={t("domains.remove")} of={domain.shown} quiet />
          </form>
          <details open={domain.state !== "proved"}>
            <summary>{t("domains.how")}</summary>
            <Instructions domain={domain.domain} token={domain.token} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function Act({ intent, label, of, quiet }: { intent: string; label: string; of: string; quiet?: boolean }) {
  return (
    <button className={quiet ? "button button-quiet" : "button"} name="intent" value={intent}>
      {label}
      <span className="visually-hidden"> ({of})</span>
    </button>
  );
}

/** Whether it is proved, how and since when; what the last look found and when. */
function Standing({ domain }: { domain: Shown }) {
  const { t } = useWords();
  const { state, method, provedAt, checkedAt, failingSince, lastOutcome } = domain;
  const holds = state === "proved" || state === "failing";
  return (
    <>
      <p className={`domain-state domain-${state}`}>
        {t(`domains.state.${state}`)} {failingSince ? <Day at={failingSince} /> : null}
      </p>
      {state === "failing" ? <p>{t("domains.state.failing.until")}</p> : null}
      {holds && method && provedAt ? (
        <p>
          {t(`domains.method.${method}`)} <Day at={provedAt} />.
        </p>
      ) : null}
      {checkedAt ? (
        <p className="quiet">
          {t("domains.checked")} <Moment at={checkedAt} />.{" "}
          {lastOutcome === "" ? null : t(`domains.outcome.${lastOutcome}`)}
        </p>
      ) : null}
    </>
  );
}

function Instructions({ domain, token }: { domain: string; token: string }) {
  const { t } = useWords();
  return (
    <div className="domain-how">
      <p>{t("domains.how.lead")}</p>
      <p>{t("domains.how.dns")}</p>
      <dl>
        <ToCopy label={t("domains.how.dns.name")}>{`_tribune.${domain}`}</ToCopy>
        <ToCopy label={t("domains.how.dns.value")}>{`tribune=${token}`}</ToCopy>
      </dl>
      <p>{t("domains.how.file")}</p>
      <dl>
        <ToCopy label={t("domains.how.file.address")}>{`https://${domain}/.well-known/tribune.txt`}</ToCopy>
        <ToCopy label={t("domains.how.file.line")}>{token}</ToCopy>
      </dl>
      <p className="quiet">{t("domains.how.many")}</p>
    </div>
  );
}

function ToCopy({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <code translate="no">{children}</code>
      </dd>
    </div>
  );
}
