/** Which of "3/4/2023" is the day. */
export type DateOrder = "day-first" | "month-first";

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(.+))?$/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ,]+(.+))?$/;
const time =
  /^(\d{1,2})[:h](\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]m)?\s*(z|utc|gmt|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?)?$/i;

/**
 * The order of day and month in a file: the day first as in Europe, unless one of its dates only makes sense
 * the other way and none contradicts it.
 */
export function dateOrder(dates: string[]): DateOrder {
  const pairs = dates.map((date) => yearLast.exec(date)).filter((match) => match !== null);
  const monthFirst = pairs.some(([, , second]) => Number(second) > 12);
  const dayFirst = pairs.some(([, first]) => Number(first) > 12);
  return monthFirst && !dayFirst ? "month-first" : "day-first";
}

/**
 * Reads a date, with or without a time, as a moment in ISO form. Without a zone it is taken as UTC, so that a
 * bare day stays that day in the list and in its CSV.
 * @returns null when it is no date, or one before 1900 or to come
 */
export function readDate(typed: string, order: DateOrder, now = new Date()): string | null {
  const ahead = yearFirst.exec(typed);
  const behind = yearLast.exec(typed);
  const [year, month, day, rest] = ahead
    ? [ahead[1], ahead[2], ahead[3], ahead[4]]
    : behind
      ? [behind[3], behind[order === "day-first" ? 2 : 1], behind[order === "day-first" ? 1 : 2], behind[4]]
      : [];
  const seconds = readTime(rest);
  if (!year || !month || !day || seconds === null) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  const moment = new Date(date.getTime() + seconds * 1000);
  // A day written ahead of UTC may begin half a day before it does there.
  if (moment.getUTCFullYear() < 1900 || moment.getTime() > now.getTime() + 14 * 3_600_000) return null;
  return moment.toISOString();
}

/** Seconds since midnight UTC of a time with or without zone; 0 without one, null when it is no time. */
function readTime(typed: string | undefined): number | null {
  if (!typed?.trim()) return 0;
  const match = time.exec(typed.trim());
  if (!match) return null;
  const [, hourTyped, minute, second, half, zone] = match;
  const hour = half ? (Number(hourTyped) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hourTyped);
  if (hour > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  const offset = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone ?? "");
  const ahead = offset ? (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) * (offset[1] === "-" ? -1 : 1) : 0;
  return (hour * 60 + Number(minute) - ahead) * 60 + Number(second ?? 0);
}
