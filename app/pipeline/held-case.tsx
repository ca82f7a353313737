import type { HeldFor } from "#app/moderation/read-case.server.ts";
import { Moment, useWords } from "#app/ui/words.tsx";
import { HoldReasonList } from "./held-list.tsx";

/** Why a comment waits for the moderator who reads its case. */
export function HeldCase({ held }: { held: Omit<HeldFor, "heldAt"> & { heldAt: Date | string } }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="held-for" className="stack">
      <h2 id="held-for">{t("held.case")}</h2>
      <p className="quiet">
        <Moment at={held.heldAt} />
      </p>
      {held.rewords ? <p>{t("held.case.rewords")}</p> : null}
      <HoldReasonList reasons={held.reasons} />
      {held.matched ? <p>{t("held.case.matched", { entry: held.matched })}</p> : null}
      <p className="quiet">{t("held.case.text")}</p>
    </section>
  );
}
