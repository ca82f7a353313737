/** The key of a page in a URL: a positive id, or null for the first page and for anything else. */
export function pageKey(value: string | null): number | null {
  return value !== null && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : null;
}
