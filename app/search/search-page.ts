import { isDay } from "#app/languages/calendar-day.ts";

/** What can be searched, each on a page of its own. */
export const kinds = ["letters", "provisions", "comments", "organisations", "signatories"] as const;
export type Kind = (typeof kinds)[number];

/** The first and the last day of what is searched; null leaves an end open. */
export type Days = { since: string | null; until: string | null };

/** What a page of finds was asked: the words as they were typed, and the days. */
export type Asked = Days & { typed: string };

/** Where the page before ended: rank (of what comes by rank; else 0) and id of its last find. */
export type Key = { value: number; id: number };

const key = /^(\d{1,3}(?:\.\d{1,20})?(?:e-\d{1,3})?)_([1-9]\d{0,14})$/;

/** The key in a URL; null for the first page and for what is none. */
export function readKey(typed: string | null): Key | null {
  const found = key.exec(typed ?? "");
  return found ? { value: Number(found[1]), id: Number(found[2]) } : null;
}

/** The days in a URL; what is no day leaves its end open. */
export function readDays(search: URLSearchParams): Days {
  const read = (name: string) => {
    const typed = search.get(name) ?? "";
    return isDay(typed) ? typed : null;
  };
  return { since: read("since"), until: read("until") };
}

/** The last thirty days and the last 365, from today, "2026-11-26". */
export function lastDays(today: string): { month: Days; year: Days } {
  const since = (days: number) => {
    const day = new Date(`${today}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() - days);
    return { since: day.toISOString().slice(0, 10), until: null };
  };
  return { month: since(30), year: since(365) };
}

/** The URL of a page of finds. */
export function searchHref({ typed, since, until }: Asked, kind: Kind | null, after?: Key): string {
  const search = new URLSearchParams({ search: typed });
  if (kind) search.set("kind", kind);
  if (since) search.set("since", since);
  if (until) search.set("until", until);
  if (after) search.set("after", `${after.value}_${after.id}`);
  return `/search?${search}`;
}
