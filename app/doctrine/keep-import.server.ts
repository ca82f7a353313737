import { sql } from "#db/sql.ts";
import type { Language } from "#app/languages/language.ts";
import type { ParsedProvision, Problem } from "./parsed-provision.ts";

/** A file as it was read, before it becomes a revision. */
export type KeptImport = {
  fileName: string;
  slug: string;
  /** As YYYY-MM-DD. */
  dated: string;
  title: string;
  language: Language;
  source: string;
  provisions: ParsedProvision[];
  problems: Problem[];
};

/** Keeps what was read of a file for a day, for the account that sent it. @returns its number */
export async function keepImport(accountId: number, kept: KeptImport): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    insert into doctrine_imports (account_id, file_name, slug, dated, title, language, source, provisions, problems)
    values (${accountId}, ${kept.fileName}, ${kept.slug}, ${kept.dated}, ${kept.title}, ${kept.language}, ${kept.source},
      ${sql.json(kept.provisions)}, ${sql.json(kept.problems)})
    returning id`;
  return row?.id ?? 0;
}

/** What the account keeps under this number; null when it is another's, was discarded or is a day old. */
export async function readKeptImport(id: number, accountId: number): Promise<KeptImport | null> {
  const [kept] = await sql<KeptImport[]>`
    select file_name as "fileName", slug, dated, title, language, source, provisions, problems from doctrine_imports
    where id = ${id} and account_id = ${accountId} and created_at > now() - interval '24 hours'`;
  return kept ?? null;
}

/** What the account keeps, the newest first. */
export async function listKeptImports(
  accountId: number,
): Promise<{ id: number; fileName: string; slug: string; dated: string; createdAt: Date }[]> {
  return sql`
    select id, file_name as "fileName", slug, dated, created_at as "createdAt" from doctrine_imports
    where account_id = ${accountId} and created_at > now() - interval '24 hours' order by id desc limit 50`;
}

/** Discarding twice is the same as once. */
export async function discardImport(id: number, accountId: number): Promise<void> {
  await sql`delete from doctrine_imports where id = ${id} and account_id = ${accountId}`;
}

/** Forgets what is a day old. A job calls it. */
export async function sweepImports(): Promise<void> {
  await sql`delete from doctrine_imports where created_at < now() - interval '24 hours'`;
}
