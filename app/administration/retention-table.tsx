import type { Period, RuleName } from "#app/personal-data/retention.ts";
import { ruleInWords } from "#app/personal-data/retention.ts";
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
    <div
      className="console-table"
      tabIndex={0}
      role="region"
      aria-label={t("administration.retention.title")}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t("administration.retention.what")}</th>
            <th scope="col">{t("administration.retention.after")}</th>
            <th scope="col">{t("administration.retention.due")}</th>
            <th scope="col">{t("administration.retention.last")}</th>
            <th scope="col">{t("administration.retention.erased")}</th>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </div>
  );
}
