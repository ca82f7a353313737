import { formatDay } from "#app/languages/translate.ts";
import { Day, useWords } from "#app/ui/words.tsx";
import { type LinkedIdentity, type Official, providerName } from "./identity.ts";

type Shown = Omit<LinkedIdentity, "linkedAt" | "lastUsedAt"> & {
  linkedAt: Date | string;
  lastUsedAt: Date | string;
};
type OwnOfficial = Official & { publicBody: boolean | null; until: Date | string };

/** The identities of an account, each with the button that takes it off, and what they prove. */
export function IdentityList({
  identities,
  official,
  offered,
}: {
  identities: Shown[];
  official: OwnOfficial | null;
  /** Whether this installation has a provider of officials. */
  offered: boolean;
}) {
  const { t } = useWords();
  return (
    <>
      <p className={identities.length === 0 ? "quiet" : undefined}>
        {t(identities.length === 0 ? "identity.list.none" : "identity.list.lead")}
      </p>
      {identities.length === 0 ? null : (
        <ul className="organisation-list">
          {identities.map((identity) => (
            <IdentityItem key={`${identity.issuer} ${identity.subject}`} identity={identity} />
          ))}
        </ul>
      )}
      {official ? <OwnBadge official={official} /> : null}
      {offered ? (
        <p>
          <a href="/identity/official?next=/settings">{t("identity.list.official.open")}</a>
        </p>
      ) : null}
    </>
  );
}

function IdentityItem({ identity }: { identity: Shown }) {
  const { t } = useWords();
  const { issuer, subject, email, organisation } = identity;
  const name = providerName(issuer);
  return (
    <li>
      <strong>{name}</strong> <span>{organisation ?? t("identity.list.official")}</span>{" "}
      <span className="quiet identity-facts">
        {email ? `${email}, ` : null}
        {t("identity.list.linked")} <Day at={identity.linkedAt} />, {t("identity.list.used")}{" "}
        <Day at={identity.lastUsedAt} />
      </span>
      <form method="post" action="/identity" className="member-form" data-once>
        <input type="hidden" name="issuer" value={issuer} />
        <input type="hidden" name="subject" value={subject} />
        <button className="button button-quiet">
          {t("identity.list.unlink")}
          <span className="visually-hidden"> ({name})</span>
        </button>
      </form>
    </li>
  );
}

function OwnBadge({ official }: { official: OwnOfficial }) {
  const { t, language } = useWords();
  return (
    <p>
      {t(official.publicBody === false ? "official.notPublic" : "official.own", {
        provider: providerName(official.issuer),
        body: official.body || t("official.siret", { siret: official.siret }),
        day: formatDay(language, new Date(official.until)),
      })}
    </p>
  );
}
