import { beforeAll, describe, expect, test } from "vitest";
import { findProvisions, numberText } from "#app/doctrine/find-provisions.server.ts";
import { searchProvisionsTexts } from "#app/doctrine/search-provisions.server.ts";
import { headline, prepareFind, weighed } from "#app/search/find.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { fillProvisions } from "../many-provisions.ts";
import { scansOf } from "../plans.ts";

useDatabase();

const total = 20_000;
beforeAll(async () => {
  await fillProvisions(sql, "large", total);
  await sql`analyze`;
}, 120_000);

const grown = /Seq Scan of provision/;
const always = ["-infinity", "infinity"];

describe("with 20,000 provisions", () => {
  const asked = async (word: string) => {
    const { query } = await prepareFind({ words: [word], phrases: [] });
    return [query, headline, "false", 21, ...always, "{}", 0, 0];
  };

  /** What a search reads of the words, beside their index: tuples fetched by it and by a scan of the whole table. */
  async function readBy(word: string) {
    const values = await asked(word);
    return sql.begin(async (tx) => {
      const count = async () => {
        const [row] = await tx<{ scans: number; fetched: number }[]>`
          select seq_scan::int as scans, idx_tup_fetch::int as fetched from pg_stat_xact_user_tables
          where relname = 'provision_words'`;
        return row ?? { scans: 0, fetched: 0 };
      };
      const before = await count();
      const found = await tx.unsafe(searchProvisionsTexts.byWords, values);
      const after = await count();
      return {
        found: found.length,
        scans: after.scans - before.scans,
        fetched: after.fetched - before.fetched,
      };
    });
  }

  test.each([
    ["77777", 1, 1],
    ["nowhere", 0, 0],
    // Each tenth is of reversibility, and so is each tenth of the sample.
    ["reversibility", 21, 2 * total * 0.1],
    ["administration", 21, weighed],
  ])("a search for %s reads a sample and what answers beside it", async (word, most, answer) => {
    const { found, scans, fetched } = await readBy(word);
    expect(found).toBe(most);
    expect(scans).toBe(0);
    // The sample, once for its words and once for its end; what answers, once found and once weighed.
    expect(fetched).toBeLessThanOrEqual(2 * weighed + 2 * answer + 10);
  });

  test.each(["L77-3", "L77", "L999-1"])("the number %s is found by its index", async (number) => {
    const search = [...(await asked(number)).slice(0, 3), 5, ...always, number, "article"];
    for (const [text, values] of [
      [searchProvisionsTexts.numbered, search],
      [numberText, [number, "article", 8]],
    ] as const) {
      const { scans, rows } = await scansOf(text, [...values]);
      expect(scans.join("\n")).not.toMatch(grown);
      expect(rows).toBeLessThan(300);
    }
  });

  test("the editor finds one by its number, whatever else there is", async () => {
    const found = await findProvisions("L77-3", 8);
    expect(found.map(({ provision }) => provision).slice(0, 3)).toEqual(["L77-3", "L77-30", "L77-31"]);
  });
});
