import type { Phrase } from "#app/languages/translate.ts";
import { useWords } from "#app/ui/words.tsx";
import type { Participation, Share } from "./participation.ts";

/** Who took part in a consultation, by level of mandate and by sector, and how that is counted. */
export function ParticipationTables({ participation }: { participation: Participation }) {
  const { t, number } = useWords();
  const { all, byLevel, bySector } = participation;
  if (all.accounts === 0) return <p>{t("summary.participants.none")}</p>;
  const persons = byLevel.find(({ of }) => of === null)?.accounts ?? 0;
  return (
    <>
      <p>
        {t("summary.participants.text", {
          count: all.accounts,
          number: number(all.accounts),
          organisations: t("summary.organisations", {
            count: all.organisations,
            number: number(all.organisations),
          }),
          persons: t("summary.persons", { count: persons, number: number(persons) }),
        })}
      </p>
      <ShareTable head="summary.level" rows={byLevel} all={all} name={(level) => t(`level.${level}`)} />
      <ShareTable
        head="summary.sector"
        rows={bySector}
        all={all}
        name={(sector) => t(`organisation.sector.${sector}`)}
      />
      <p className="quiet">{t("summary.how")}</p>
    </>
  );
}

function ShareTable<Of>({
  head,
  rows,
  all,
  name,
}: {
  head: Phrase;
  rows: Share<Of>[];
  all: Share<never>;
  name: (of: Of) => string;
}) {
  const { t, number } = useWords();
  const figures = ({ organisations, accounts, comments }: Omit<Share<Of>, "of">) => (
    <>
      <td>{number(organisations)}</td>
      <td>{number(accounts)}</td>
      <td>{number(comments)}</td>
    </>
  );
  return (
    <div className="figures" role="region" aria-label={t(head)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(head)}</th>
            <th scope="col">{t("summary.organisations.column")}</th>
            <th scope="col">{t("summary.accounts")}</th>
            <th scope="col">{t("summary.comments.column")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <th scope="row">{row.of === null ? t("summary.person") : name(row.of)}</th>
              {figures(row)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("summary.all")}</th>
            {figures(all)}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
