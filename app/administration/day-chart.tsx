import { scaleBand, scaleLinear } from "d3-scale";
import { formatCalendarDay } from "#app/languages/translate.ts";
import { useWords } from "#app/ui/words.tsx";
import { FigureTable } from "./bar-chart.tsx";

const width = 420;
const height = 170;
const margin = { top: 12, right: 16, bottom: 28, left: 36 };

/** Signatures on each of the last days, oldest first: a drawing with its sentence, and every day in a table. */
export function DayChart({ days }: { days: { day: string; count: number }[] }) {
  const { t, number, language } = useWords();
  const total = days.reduce((all, { count }) => all + count, 0);
  const text = t("administration.figures.signatures.text", { count: total, number: number(total) });
  const largest = Math.max(1, ...days.map(({ count }) => count));
  const x = scaleBand(
    days.map(({ day }) => day),
    [margin.left, width - margin.right],
  ).padding(0.2);
  const y = scaleLinear([0, largest], [height - margin.bottom, margin.top]).nice(4);
  const dayName = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", timeZone: "UTC" });
  const title = t("administration.figures.signatures");
  return (
    <figure className="stack">
      <figcaption>
        <h3>{title}</h3>
        <p className="quiet">{text}</p>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}. ${text}`}>
        {y
          .ticks(4)
          .filter(Number.isInteger)
          .map((tick) => (
            <g key={tick}>
              <line
                className="chart-rule"
                x1={margin.left}
                x2={width - margin.right}
                y1={y(tick)}
                y2={y(tick)}
              />
              <text className="chart-label" x={margin.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
                {number(tick)}
              </text>
            </g>
          ))}
        {days.map(({ day, count }, place) => (
          <g key={day}>
            <rect
              className="console-bar"
              x={x(day)}
              y={y(count)}
              width={x.bandwidth()}
              height={height - margin.bottom - y(count)}
            />
            {place % 7 === 1 ? (
              <text
                className="chart-label"
                x={(x(day) ?? 0) + x.bandwidth() / 2}
                y={height - 8}
                textAnchor="middle"
              >
                {dayName.format(new Date(`${day}T00:00:00Z`))}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
      <FigureTable
        unit={t("administration.figures.day")}
        bars={days.map(({ day, count }) => ({ key: day, label: formatCalendarDay(language, day), count }))}
      />
    </figure>
  );
}
