/** Signatures of one day, "YYYY-MM-DD" in Paris. */
export type DayCount = { day: string; count: number };
/** Signatures from a day on until the next one's, and all until then. */
export type Period = { day: string; count: number; total: number };

const oneDay = 24 * 60 * 60 * 1000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);
/** More rows than that no reader takes in, and no chart shows. */
const mostPeriods = 60;

/**
 * Days in order as periods of one length without gaps: days, or as many days as keep them at sixty.
 * @param days in order, those without signatures left out
 */
export function periodsOf(days: DayCount[]): Period[] {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const span = Math.round((at(last.day) - at(first.day)) / oneDay) + 1;
  const length = Math.ceil(span / mostPeriods);
  const periods: Period[] = [];
  let total = 0;
  let next = 0;
  for (let start = at(first.day); start <= at(last.day); start += length * oneDay) {
    let count = 0;
    for (let day = days[next]; day && at(day.day) < start + length * oneDay; day = days[++next])
      count += day.count;
    total += count;
    periods.push({ day: dayOf(start), count, total });
  }
  return periods;
}
