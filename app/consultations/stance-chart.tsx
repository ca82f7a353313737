import { scaleLinear } from "d3-scale";
import { provisionHref } from "#app/doctrine/doctrine-text.ts";
import { provisionLabel, provisionName } from "#app/doctrine/provision-name.ts";
import type { Language } from "#app/languages/language.ts";
import { useWords } from "#app/ui/words.tsx";
import type { ProvisionStances } from "./read-summary.server.ts";

/** More bars than that no reader compares; the table has them all. */
const mostBars = 20;
// Narrow enough to be read on a phone, where it is as wide as the page.
const width = 420;
const bar = { height: 18, step: 28, from: 128 };
const sides = ["support", "neutral", "oppose"] as const;

type Props = { text: { slug: string; language: Language }; stances: ProvisionStances[] };

/** The stances of a consultation, provision by provision: a drawing, and every figure of it and more in a table. */
export function StanceChart({ text, stances }: Props) {
  const { t, number } = useWords();
  const count = Math.min(mostBars, stances.length);
  return (
    <div className="stance-chart stack">
      <p>{t("summary.stances.text", { count: stances.length, number: number(stances.length) })}</p>
      <p className="stance-key">
        {sides.map((side) => (
          <span key={side} className={`stance-key-${side}`}>
            {t(`summary.${side}`)}
          </span>
        ))}
      </p>
      <Drawing language={text.language} stances={stances.slice(0, mostBars)} />
      {stances.length > mostBars ? (
        <p className="quiet">{t("summary.stances.first", { count, number: number(count) })}</p>
      ) : null}
      <p className="quiet">{t("summary.stances.how")}</p>
      <details className="figures">
        <summary>{t("summary.stances.table")}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("summary.provision")}</th>
              {sides.map((side) => (
                <th key={side} scope="col">
                  {t(`summary.${side}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stances.map((row) => (
              <tr key={row.id}>
                <th scope="row" lang={text.language}>
                  <a href={provisionHref(text.slug, row.address)}>{provisionLabel(row, text.language)}</a>
                </th>
                {sides.map((side) => (
                  <td key={side}>{number(row[side])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

function Drawing({ language, stances }: { language: Language; stances: ProvisionStances[] }) {
  const { t, number } = useWords();
  const largest = Math.max(1, ...stances.map((row) => row.support + row.neutral + row.oppose));
  const x = scaleLinear([0, largest], [bar.from, width]);
  const height = stances.length * bar.step;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t("summary.stances.text", { count: stances.length, number: number(stances.length) })}
    >
      {stances.map((row, place) => {
        const top = place * bar.step + (bar.step - bar.height) / 2;
        let before = 0;
        return (
          <g key={row.id}>
            <text className="bar-key" x={bar.from - 10} y={top + bar.height / 2} dy="0.35em" textAnchor="end">
              {short(provisionName(row, language) || row.title)}
            </text>
            {sides.map((side) => {
              const [from, to] = [x(before), x((before += row[side]))];
              return to > from ? (
                <g key={side}>
                  <rect
                    className={`bar-${side}`}
                    x={from}
                    y={top}
                    width={to - from - 1}
                    height={bar.height}
                  />
                  {to - from > 22 ? (
                    <text
                      className="bar-count"
                      x={(from + to) / 2}
                      y={top + bar.height / 2}
                      dy="0.35em"
                      textAnchor="middle"
                    >
                      {number(row[side])}
                    </text>
                  ) : null}
                </g>
              ) : null;
            })}
          </g>
        );
      })}
    </svg>
  );
}

/** As much of a name as stands beside a bar. */
const short = (name: string) => (name.length > 17 ? `${name.slice(0, 16)}…` : name);
