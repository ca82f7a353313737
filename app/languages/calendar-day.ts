/**
 * Whether `value` is a day of the calendar as "2023-05-14". The year 0000 is none to PostgreSQL, and years before 1000
 * are slips of the hand: "0203".
 */
export function isDay(value: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** Whether `value` is a moment as a browser's field gives it, "2023-05-14T09:30". */
export function isMoment(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(value) && isDay(value.slice(0, 10));
}
