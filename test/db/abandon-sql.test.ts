import { expect, test } from "vitest";
import { abandonSql, sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";

useDatabase();

test("a pool that is given up fails what is under way, transactions too, and the next question opens another", async () => {
  const hung = sql`select pg_sleep(20)`;
  const transaction = sql.begin((tx) => tx`select pg_sleep(20)`);
  const outcomes = Promise.allSettled([hung, transaction]);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const started = performance.now();
  abandonSql();
  expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(performance.now() - started).toBeLessThan(2000);
  expect(await sql`select 1 as one`).toMatchObject([{ one: 1 }]);
});
