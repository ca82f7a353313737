import { useWords } from "#app/ui/words.tsx";
import { providerName, type Refusal } from "./identity.ts";

export type Refused = { refusal: Refusal; issuer: string | null; again: string };

/** Why somebody got no further with a provider, that nothing changed, and where to begin again. */
export function RefusedByProvider({ refusal, issuer, again }: Refused) {
  const { t } = useWords();
  const provider = issuer === null ? "OpenID Connect" : providerName(issuer);
  return (
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus>
      <p>{t(`identity.refused.${refusal}`, { provider })}</p>
      <p>
        {t("identity.nothing")} <a href={again}>{t("identity.again")}</a>
      </p>
    </div>
  );
}

/** Leads on to a provider: the page's Refresh header does it, the link where a browser does not follow. */
export function LeadOn({ address, issuer }: { address: string; issuer: string }) {
  const { t } = useWords();
  const provider = providerName(issuer);
  return (
    <main id="main" className="page narrow stack">
      <h1>{t("identity.leave.title", { provider })}</h1>
      <p>{t("identity.leave.text")}</p>
      <p>
        <a className="button" href={address}>
          {t("identity.leave.link", { provider })}
        </a>
      </p>
    </main>
  );
}
