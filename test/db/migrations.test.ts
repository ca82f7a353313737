import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../program.ts";
import { dangersIn } from "./dangers.ts";

/** Until here no release went before another one. */
const baseline = "20261202";

test("no migration since the first release endangers the code before it", async () => {
  const folder = join(root, "db/migrations");
  const files = (await readdir(folder)).filter((file) => file >= baseline);
  for (const file of files)
    expect([file, dangersIn(await readFile(join(folder, file), "utf8"))]).toEqual([file, []]);
});

const up = (...statements: string[]) =>
  `-- migrate:up\n${statements.join(";\n")};\n\n-- migrate:down\nalter table letters drop column a;\n`;
const rulesOf = (migration: string) => dangersIn(migration).map(({ rule }) => rule);

describe("dangerous is", () => {
  test.each([
    ["drop-column", "alter table letters drop column summary"],
    ["drop-column", "alter table letters add column a text, drop summary"],
    ["drop-table", "drop table letters"],
    ["drop-table", "drop view shown_letters"],
    ["rename", "alter table letters rename column title to heading"],
    ["rename", "alter table letters\n  rename to open_letters"],
    ["change-type", "alter table letters alter column id type bigint"],
    ["change-type", "ALTER TABLE letters ALTER id SET DATA TYPE bigint"],
    ["required-column", "alter table letters add column tone text not null"],
    ["required-column", "alter table letters add a numeric(3, 1) default 0 not null, add b text not null"],
    ["set-not-null", "alter table letters alter column tone set not null"],
    ["checked-at-once", "alter table letters add constraint short check (length(title) < 9)"],
    ["checked-at-once", "alter table letters add foreign key (a) references accounts"],
    ["index-that-locks", "create unique index on letters (title)"],
  ])("%s: %s", (rule, statement) => {
    expect(rulesOf(up(statement))).toEqual([rule]);
  });
});

describe("harmless is", () => {
  test.each([
    "alter table letters add column tone text",
    "alter table letters add column tone text not null default 'calm'",
    "alter table letters add column a int not null generated always as (1) stored",
    "alter table letters drop constraint short",
    "alter table letters alter column tone drop not null",
    "alter table letters add constraint short check (length(title) < 9) not valid",
    "create index concurrently letters_title on letters (title)",
    "update letters set title = 'alter table letters drop column a; drop table letters'",
    "create function f() returns void language sql as $$ drop table letters; $$",
    "-- drop table letters;\nselect 1",
  ])("%s", (statement) => {
    expect(rulesOf(up(statement))).toEqual([]);
  });

  test("whatever is done to a table of the same migration", () => {
    expect(
      rulesOf(
        up("create table tones (id int)", "create index on tones (id)", "alter table tones drop column id"),
      ),
    ).toEqual([]);
  });

  test("what a line allows by name and with a reason, and nothing else", () => {
    const drops = up("alter table letters drop column summary", "drop table letters");
    expect(rulesOf(`-- may: drop-column, because nothing reads it since 1.4\n${drops}`)).toEqual([
      "drop-table",
    ]);
    expect(rulesOf(`-- may: drop-column, because\n${drops}`)).toEqual(["drop-column", "drop-table"]);
  });
});
