import { useWords } from "#app/ui/words.tsx";

type Waiting = { provider: string; email: string; siret: string | null; organisation: string | null };

/** What a provider said of somebody whose identity no account has yet, so that they see whether it is theirs. */
export function WaitingIdentity({ waiting: { provider, email, siret, organisation } }: { waiting: Waiting }) {
  const { t } = useWords();
  const facts = [
    { term: t("identity.link.organisation"), value: organisation },
    { term: t("identity.link.email"), value: email },
    { term: t("identity.link.siret"), value: organisation === null ? siret : null },
  ];
  return (
    <>
      <p className="lead">{t("identity.link.lead", { provider })}</p>
      <dl className="facts">
        {facts.map(({ term, value }) =>
          value ? (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </>
  );
}
