import { scaleLinear, scaleUtc } from "d3-scale";
import { area, curveStepAfter, line } from "d3-shape";
import { CalendarDay, useWords } from "#app/ui/words.tsx";
import { formatCalendarDay } from "#app/languages/translate.ts";
import { type DayCount, type Period, periodsOf } from "./days.ts";

const width = 640;
const height = 220;
const margin = { top: 12, right: 32, bottom: 28, left: 56 };

/**
 * How a letter's signatures grew: a drawing that says its end in words, and behind it every figure as a table.
 * Nothing is drawn of a single day.
 */
export function SignatureChart({ days }: { days: DayCount[] }) {
  const { t, number, language } = useWords();
  const periods = periodsOf(days);
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last || first === last) return null;
  const text = t("roster.chart.text", {
    count: last.total,
    number: number(last.total),
    day: formatCalendarDay(language, first.day),
  });
  return (
    <section className="signature-chart" aria-labelledby="chart-title">
      <h2 id="chart-title">{t("roster.chart")}</h2>
      <Drawing periods={periods} text={text} />
      <p className="quiet">{text}</p>
      <details>
        <summary>{t("roster.chart.table")}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("roster.chart.from")}</th>
              <th scope="col">{t("roster.chart.new")}</th>
              <th scope="col">{t("roster.chart.all")}</th>
            </tr>
          </thead>
          <tbody>
            {periods.map(({ day, count, total }) => (
              <tr key={day}>
                <th scope="row">
                  <CalendarDay day={day} />
                </th>
                <td>{number(count)}</td>
                <td>{number(total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function Drawing({ periods, text }: { periods: Period[]; text: string }) {
  const { number, language } = useWords();
  const moment = ({ day }: Period) => new Date(`${day}T00:00:00Z`);
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return null;
  const x = scaleUtc([moment(first), moment(last)], [margin.left, width - margin.right]);
  const y = scaleLinear([0, last.total], [height - margin.bottom, margin.top]).nice(4);
  const ticks = y.ticks(4).filter(Number.isInteger);
  const days = x.ticks(4);
  const dayName = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", timeZone: "UTC" });
  const onTop = line<Period>(
    (p) => x(moment(p)),
    (p) => y(p.total),
  ).curve(curveStepAfter)(periods);
  const below = area<Period>(
    (p) => x(moment(p)),
    y(0),
    (p) => y(p.total),
  ).curve(curveStepAfter)(periods);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="chart-rule" x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
          <text className="chart-label" x={margin.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {number(tick)}
          </text>
        </g>
      ))}
      {days.map((tick) => (
        <text key={+tick} className="chart-label" x={x(tick)} y={height - 8} textAnchor="middle">
          {dayName.format(tick)}
        </text>
      ))}
      <path className="chart-area" d={below ?? ""} />
      <path className="chart-line" d={onTop ?? ""} />
    </svg>
  );
}
