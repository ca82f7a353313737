import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dumpSchema, findPgDump, normalise } from "../../db/dump-schema.ts";
import { projectRoot } from "../../db/migrate.ts";
import { temporaryFolder } from "./embedded-server.ts";

const found = await findPgDump();

test("what differs between minor versions is left out", () => {
  const dump = (minor: string, key: string) =>
    [
      `\\restrict ${key}`,
      "",
      `-- Dumped from database version 15.${minor}`,
      `-- Dumped by pg_dump version 15.${minor}`,
    ]
      .concat(["", "create table a (id int);", "", "", "", "-- restrict nothing", `\\unrestrict ${key}`, ""])
      .join("\n");
  expect(normalise(dump("1", "abc"))).toBe("create table a (id int);\n\n-- restrict nothing\n");
  expect(normalise(dump("2", "xyz"))).toBe(normalise(dump("1", "abc")));
});

test("no PostgreSQL in a folder is told, not guessed", async () => {
  expect(await findPgDump(await temporaryFolder())).toBe(null);
  expect(await findPgDump("/nowhere")).toBe(null);
});

test.runIf(found)(
  "with Debian's PostgreSQL here: the dump is whole and the same each time",
  { timeout: 60_000 },
  async () => {
    if (!found) return;
    const [one, other] = [await dumpSchema(found), await dumpSchema(found)];
    expect(one).toBe(other);
    expect(one).toContain("CREATE TABLE public.schema_migrations");
    expect(one).toContain("INSERT INTO public.schema_migrations");
    expect(one).not.toMatch(/restrict \w{20}|Dumped from/);
    const first = (await readFile(join(projectRoot(), "db", "schema.sql"), "utf8")).split("\n")[0];
    expect(first).toMatch(/^-- Made by .* with PostgreSQL \d+/);
  },
);
