import { useWords } from "#app/ui/words.tsx";
import type { Condition } from "./invalidation.ts";
import { holdReasons } from "./suspicion-words.ts";

/** A condition in words, its parts in a row. */
export function ConditionWords({ condition }: { condition: Condition }) {
  const { t } = useWords();
  const { state, held, network, domain, name, from, until, kind, signature } = condition;
  const parts = [
    signature === undefined ? null : t("invalidate.signature", { id: signature }),
    state ? t(`review.state.${state}`) : null,
    held ? t(holdReasons[held]) : null,
    network ? t("review.network", { network }) : null,
    domain ? `@${domain}` : null,
    name ? `“${name}”` : null,
    from ? `≥ ${from.replace("T", " ")}` : null,
    until ? `≤ ${until.replace("T", " ")}` : null,
    kind ? t("invalidate.kind.organisation") : null,
  ];
  return <bdi>{parts.filter(Boolean).join(" · ")}</bdi>;
}
