/** What nobody can call a text, as other pages have these addresses. */
const reservedSlugs = new Set(["find", "import", "new"]);

/** Whether `slug` can be a text's address. */
export function isTextSlug(slug: string): boolean {
  return slug.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && !reservedSlugs.has(slug);
}

/** Whether an official text may stand there. */
export function isWebAddress(source: string): boolean {
  return source.length <= 2000 && URL.canParse(source) && /^https?:$/.test(new URL(source).protocol);
}
