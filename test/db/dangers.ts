/** A statement that the code before it may not survive, or that keeps others from a table for long. */
export type Danger = { rule: string; statement: string };

type Rule = { name: string; is: (statement: string) => boolean };

const alters = (what: RegExp) => (statement: string) =>
  /^alter table\b/.test(statement) && what.test(statement);

/** After the rules of squawk (squawkhq.com), those that matter where the code of the release before goes on running. */
const rules: Rule[] = [
  {
    name: "drop-column",
    is: alters(/\bdrop (column\b|(?!constraint\b|column\b|default\b|not null\b|expression\b|identity\b)\w)/),
  },
  {
    name: "drop-table",
    is: (statement) => /^drop (table|view|materialized view|function|type|sequence|schema)\b/.test(statement),
  },
  {
    name: "rename",
    is: (statement) => /^alter (table|view|type|function|sequence|index)\b.*\brename\b/.test(statement),
  },
  { name: "change-type", is: alters(/\balter (column )?\S+ (set data )?type\b/) },
  {
    name: "required-column",
    is: (statement) => alters(/\badd (column )?/)(statement) && addedColumns(statement).some(isRequired),
  },
  { name: "set-not-null", is: alters(/\bset not null\b/) },
  {
    name: "checked-at-once",
    is: (statement) =>
      alters(/\badd (constraint \S+ )?(check|foreign key)\b/)(statement) && !/\bnot valid\b/.test(statement),
  },
  {
    name: "index-that-locks",
    is: (statement) => /^create (unique )?index (?!concurrently\b)/.test(statement),
  },
];

/** The columns that an `alter table` adds, each as it is written. */
const addedColumns = (statement: string) =>
  statement
    .split(/,(?![^(]*\))/)
    .filter((part) => /\badd (column )?(?!constraint|check|foreign|primary|unique|exclude)/.test(part));

const isRequired = (column: string) => /\bnot null\b/.test(column) && !/\b(default|generated)\b/.test(column);

/** `-- may: drop-column, because nothing reads it since 1.4` allows one rule in its file. */
const allowed = (text: string) =>
  [...text.matchAll(/^-- may: ([\w-]+), because \S.{8,}$/gm)].map(([, rule]) => rule);

/** What is dangerous in a migration, of what it does going up. Tables that it makes itself nobody uses yet. */
export function dangersIn(migration: string): Danger[] {
  const up = /^-- migrate:up\b.*$([\s\S]*?)(?=^-- migrate:down\b|$(?![\s\S]))/m.exec(migration)?.[1] ?? "";
  const statements = up
    .replaceAll(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .replaceAll(/--.*$/gm, "")
    .split(";")
    .map((statement) => statement.replaceAll(/\s+/g, " ").trim().toLowerCase());
  const made = new Set(
    statements.flatMap((statement) => /^create table (?:if not exists )?(\S+)/.exec(statement)?.[1] ?? []),
  );
  const may = allowed(migration);
  return statements.flatMap((statement) => {
    const table =
      /^alter table (?:if exists )?(?:only )?(\S+)/.exec(statement)?.[1] ??
      /^create (?:unique )?index .*?\bon (?:only )?([^\s(]+)/.exec(statement)?.[1] ??
      "";
    if (made.has(table)) return [];
    return rules
      .filter(({ name, is }) => is(statement) && !may.includes(name))
      .map(({ name }) => ({ rule: name, statement }));
  });
}
