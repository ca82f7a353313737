import type { Period, RuleName } from "#app/personal-data/retention.ts";
import { ruleInWords } from "#app/personal-data/retention.ts";
import { WideTable } from "#app/ui/wide-table.tsx";
import { Moment, useWords } from "#app/ui/words.tsx";

type Kept = {
  rule: RuleName;
  after: Period | null;
  runs: { at: Date | string; rows: number }[];
};

/** Every rule: what it erases and after how long, what is due, and what its last runs erased. */
export function RetentionTable({ rules, due }: { rules: Kept[]; due: Record<RuleName, number> }) {
  const { t, number } = useWords();
  return (
    <WideTable
      title="administration.retention.title"
      columns={[
        "administration.retention.what",
        "administration.retention.after",
        "administration.retention.due",
        "administration.retention.last",
        "administration.retention.erased",
      ]}
    >
      {rules.map(({ rule, runs: [last, ...earlier] }) => {
        const { what, after } = ruleInWords(rule);
        return (
          <tr key={rule} data-rule={rule}>
            <th scope="row">{t(what)}</th>
            <td>{t(after.phrase, { count: after.count })}</td>
            <td>{number(due[rule])}</td>
            <td>{last ? <Moment at={last.at} /> : t("administration.retention.never")}</td>
            <td>
              {last ? number(last.rows) : null}
              {earlier.length > 0 ? (
                <span className="quiet">
                  {" "}
                  {t("administration.retention.before", {
                    numbers: earlier.map(({ rows }) => number(rows)).join(", "),
                  })}
                </span>
              ) : null}
            </td>
          </tr>
        );
      })}
    </WideTable>
  );
}
