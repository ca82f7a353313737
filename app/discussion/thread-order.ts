import type { Stance } from "./comment.ts";
import { stances } from "./comment.ts";

/** The orders in which the comments under a letter, or the replies to one comment, can be read. */
export const sorts = ["newest", "oldest", "most-discussed", "most-agreed", "contested"] as const;
export type Sort = (typeof sorts)[number];

/** The column an order goes by before the id, which alone is the order of time. */
export const sortColumn = {
  newest: null,
  oldest: null,
  "most-discussed": "descendant_count",
  "most-agreed": "agreement",
  contested: "contest",
} as const;

/** Where the page before ended: the last comment's id and what it was sorted by. */
export type ThreadKey = { value: number; id: number };

/** What a page of a discussion shows, as its URL says. */
export type ThreadView = { sort: Sort; stance: Stance | null; after: ThreadKey | null };

/** "1234", or for orders by something else than time "0.4381_1234". */
const key = /^(?:(\d{1,10}(?:\.\d{1,20})?(?:e-\d{1,3})?)_)?([1-9]\d{0,14})$/;

/** The largest count that the database's column of it holds. */
const largestCount = 2 ** 31 - 1;

/**
 * Reads where the page before ended; null for the first page and for anything that is no key.
 * @param counted whether the order goes by a count, which is never a fraction
 */
export function readKey(after: string | null, { counted = false } = {}): ThreadKey | null {
  const parts = key.exec(after ?? "");
  if (!parts) return null;
  const value = Number(parts[1] ?? 0);
  if (counted && !(Number.isInteger(value) && value <= largestCount)) return null;
  return { value, id: Number(parts[2]) };
}

/** Reads the view from a URL; what is no sort, stance or key is left at its default. */
export function readView(search: URLSearchParams, standard: Sort): ThreadView {
  const sort = sorts.find((choice) => choice === search.get("sort")) ?? standard;
  return {
    sort,
    stance: stances.find((stance) => stance === search.get("stance")) ?? null,
    after: readKey(search.get("after"), { counted: sort === "most-discussed" }),
  };
}

/** The URL of a view; what is at its default is left out, so that one page has one address. */
export function viewHref(path: string, view: ThreadView, standard: Sort): string {
  const search = new URLSearchParams();
  if (view.sort !== standard) search.set("sort", view.sort);
  if (view.stance) search.set("stance", view.stance);
  if (view.after) {
    const { value, id } = view.after;
    search.set("after", sortColumn[view.sort] === null ? String(id) : `${value}_${id}`);
  }
  return search.size > 0 ? `${path}?${search}` : path;
}
