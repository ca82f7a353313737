/** What a figure is held to, in `unit`. */
export type Aim = ({ least: number } | { most: number } | { below: number } | { exactly: number }) & {
  unit?: string;
};
/** `figure` is what the aim is about; `seen` says in words what it was made of. */
export type Seen = { figure: number; seen: string };
/** A row of the table before it is measured. `measure` throws with the reason when it cannot be. */
export type Planned = { what: string; aim: Aim; measure: () => Promise<Seen> };
export type Row = { what: string; aim: Aim } & (Seen | { why: string });

/** Measures one row. What goes wrong is the row's own: it says so, and the others are measured all the same. */
export async function measureRow({ what, aim, measure }: Planned): Promise<Row> {
  try {
    return { what, aim, ...(await measure()) };
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    return { what, aim, why: why.split("\n")[0] ?? why };
  }
}

/** Runs a measurement that several rows speak of once, when the first of them asks. */
export function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<Result> | undefined;
  return () => (running ??= work());
}

export const isMet = (row: Row): boolean | null => ("why" in row ? null : holds(row.figure, row.aim));

function holds(figure: number, aim: Aim): boolean {
  if ("least" in aim) return figure >= aim.least;
  if ("most" in aim) return figure <= aim.most;
  return "below" in aim ? figure < aim.below : figure === aim.exactly;
}

function aimText(aim: Aim): string {
  const [sign, value] =
    "least" in aim
      ? ["≥", aim.least]
      : "most" in aim
        ? ["≤", aim.most]
        : "below" in aim
          ? ["<", aim.below]
          : ["=", aim.exactly];
  return `${sign} ${value.toLocaleString("en")}${aim.unit ? ` ${aim.unit}` : ""}`;
}

/** A number with as many digits as say something: 0.0183, 0.94, 12.4, 1,850. */
export function digits(value: number): string {
  const size = Math.abs(value);
  const maximumFractionDigits = size === 0 || size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 4;
  return value.toLocaleString("en", { maximumFractionDigits });
}

const metText = (row: Row) => ({ true: "yes", false: "**no**", null: "–" })[String(isMet(row))] ?? "";

/** One row on the terminal. */
export function line(row: Row): string {
  if ("why" in row) return `${row.what}: not measured: ${row.why}`;
  const unit = row.aim.unit ? ` ${row.aim.unit}` : "";
  return `${row.what}: ${row.seen}: ${digits(row.figure)}${unit}, aim ${aimText(row.aim)}${isMet(row) ? "" : ": missed"}`;
}

/** The rows as a Markdown table. */
export function table(rows: Row[]): string {
  const lines = rows.map((row) => {
    const [seen, figure] =
      "why" in row
        ? [`not measured: ${row.why.replaceAll("|", "\\|")}`, ""]
        : [row.seen, `${digits(row.figure)}${row.aim.unit ? ` ${row.aim.unit}` : ""}`];
    return `| ${row.what} | ${seen} | ${figure} | ${aimText(row.aim)} | ${metText(row)} |`;
  });
  return ["| Measured | Seen | Figure | Aim | Met |", "| --- | --- | --- | --- | --- |", ...lines].join("\n");
}
