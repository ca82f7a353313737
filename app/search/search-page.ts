/** What can be searched, each on a page of its own. */
export const kinds = ["letters", "comments", "signatories"] as const;
export type Kind = (typeof kinds)[number];

/** Where the page before ended: rank (of letters; else 0) and id of its last find. */
type Key = { value: number; id: number };

const key = /^(\d{1,3}(?:\.\d{1,20})?(?:e-\d{1,3})?)_([1-9]\d{0,14})$/;

/** The key in a URL; null for the first page and for what is none. */
export function readKey(typed: string | null): Key | null {
  const found = key.exec(typed ?? "");
  return found ? { value: Number(found[1]), id: Number(found[2]) } : null;
}

/** The URL of a page of finds. */
export function searchHref(typed: string, kind: Kind | null, after?: Key): string {
  const search = new URLSearchParams({ search: typed });
  if (kind) search.set("kind", kind);
  if (after) search.set("after", `${after.value}_${after.id}`);
  return `/search?${search}`;
}
