import { Day, useWords } from "#app/ui/words.tsx";
import { LevelsExplained } from "./levels-explained.tsx";
import type { ProvedMandate } from "./list-mandates.server.ts";
import type { ProvedDomain } from "./verify-domain.server.ts";

type Sent<Row, Moment extends keyof Row> = Omit<Row, Moment> & Record<Moment, Date | string>;
type ShownMandate = Sent<ProvedMandate, "grantedAt">;

/** What is proved of an organisation, in words for everybody. */
export function Proofs({
  domains,
  mandates,
}: {
  domains: Sent<ProvedDomain, "provedAt">[];
  mandates: ShownMandate[];
}) {
  const { t } = useWords();
  return (
    <>
      <h2>{t("proofs.title")}</h2>
      {domains.length > 0 ? (
        <ul className="proofs">
          {domains.map(({ domain, shown, method, provedAt }) => (
            <li key={domain}>
              {t(`proofs.domain.${method}`, { domain: shown })} <Day at={provedAt} />.
            </li>
          ))}
        </ul>
      ) : mandates.length === 0 ? (
        <p className="quiet">{t("proofs.none")}</p>
      ) : null}
      <LevelsExplained />
    </>
  );
}

/** What one member has proved of themselves, below their name. */
export function MemberProofs({ mandates, accountId }: { mandates: ShownMandate[]; accountId: number }) {
  const { t } = useWords();
  const own = mandates.filter((mandate) => mandate.accountId === accountId);
  return own.map(({ level, evidence, grantedAt }) => (
    <p key={level} className="proof">
      {t(`proofs.member.${level}`, { evidence })} <Day at={grantedAt} />
    </p>
  ));
}
