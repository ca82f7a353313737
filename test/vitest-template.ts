/** The database with all migrations applied, of which every test file's own is a clone. */
export const templateDatabase = "tribune_template";

/** The URL of another database on the same server. */
export function databaseAt(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
