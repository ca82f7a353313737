/** What nobody can call a text, as other pages have these addresses. */
const reservedSlugs = new Set(["find", "import", "new"]);

/** Whether `slug` can be a text's address. */
export function isTextSlug(slug: string): boolean {
  return slug.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && !reservedSlugs.has(slug);
}

/** Whether `day` is a date such as 2026-04-03. */
export function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** Whether an official text may stand there. */
export function isWebAddress(source: string): boolean {
  return source.length <= 2000 && URL.canParse(source) && /^https?:$/.test(new URL(source).protocol);
}
