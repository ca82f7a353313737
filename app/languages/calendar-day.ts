/**
 * Whether `value` is a day of the calendar as "2023-05-14". The year 0000 is none to PostgreSQL, and years before 1000
 * are slips of the hand: "0203".
 */
export function isDay(value: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
