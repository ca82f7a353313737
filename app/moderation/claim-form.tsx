import { useWords } from "#app/ui/words.tsx";

/** Who has a case; to take it, to keep it, to give it back. */
export function ClaimForm({
  claimant,
  moderatorId,
}: {
  claimant: { id: number; name: string } | null;
  moderatorId: number;
}) {
  const { t } = useWords();
  if (claimant && claimant.id !== moderatorId)
    return <p className="notice">{t("case.claimed", { name: claimant.name })}</p>;
  return (
    <form method="post" className="actions" data-once>
      {claimant ? <p className="quiet">{t("case.yours")}</p> : null}
      <button className="button button-quiet" name="intent" value="claim">
        {t(claimant ? "case.claim.longer" : "case.claim")}
      </button>
      {claimant ? (
        <button className="button button-quiet" name="intent" value="release">
          {t("case.release")}
        </button>
      ) : null}
    </form>
  );
}
