import { scaleLinear } from "d3-scale";
import { useWords } from "#app/ui/words.tsx";

export type Bar = { key: string; label: string; count: number };

const width = 420;
const row = { height: 18, step: 30, from: 150, room: 60 };

/** Some figures side by side: a drawing that a screen reader hears as one sentence, and behind it the same as a table. */
export function BarChart({
  title,
  text,
  unit,
  bars,
}: {
  title: string;
  text: string;
  unit: string;
  bars: Bar[];
}) {
  const { number } = useWords();
  const largest = Math.max(1, ...bars.map(({ count }) => count));
  const x = scaleLinear([0, largest], [row.from, width - row.room]);
  return (
    <figure className="stack">
      <figcaption>
        <h3>{title}</h3>
        <p className="quiet">{text}</p>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${bars.length * row.step}`} role="img" aria-label={`${title}. ${text}`}>
        {bars.map(({ key, label, count }, place) => {
          const middle = (place + 0.5) * row.step;
          return (
            <g key={key}>
              <text className="chart-label" x={row.from - 10} y={middle} dy="0.35em" textAnchor="end">
                {label}
              </text>
              <rect
                className="console-bar"
                x={row.from}
                y={middle - row.height / 2}
                width={Math.max(1, x(count) - row.from)}
                height={row.height}
              />
              <text className="chart-label" x={x(count) + 8} y={middle} dy="0.35em">
                {number(count)}
              </text>
            </g>
          );
        })}
      </svg>
      <FigureTable unit={unit} bars={bars} />
    </figure>
  );
}

/** The figures of a chart, each with its name. */
export function FigureTable({ unit, bars }: { unit: string; bars: Bar[] }) {
  const { t, number } = useWords();
  return (
    <details className="figures">
      <summary>{t("administration.figures.table")}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{unit}</th>
            <th scope="col">{t("administration.figures.count")}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ key, label, count }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>{number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
