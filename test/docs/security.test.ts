import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../program.ts";

const page = readFileSync(join(root, "docs/security.md"), "utf8");
const [levels = "", beyond = ""] = page.split("\n## Beyond level 2\n");

/**
 * How many requirements of levels 1 and 2 each section of the ASVS 5.0.0 has; in each of them they come first, numbered from 1.
 * Read from the release's own table, 253 in all.
 */
const asked: Record<string, number> = {
  ...{ "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1 },
  ...{ "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4 },
  ...{
    "5.1": 1,
    "5.2": 3,
    "5.3": 2,
    "5.4": 3,
    "6.1": 3,
    "6.2": 12,
    "6.3": 4,
    "6.4": 4,
    "6.5": 5,
    "6.6": 3,
    "6.8": 4,
  },
  ...{ "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2, "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1 },
  ...{ "9.1": 3, "9.2": 4, "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3 },
  ...{ "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1, "12.1": 3, "12.2": 2, "12.3": 4 },
  ...{ "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2, "14.2": 4, "14.3": 3 },
  ...{ "15.1": 3, "15.2": 3, "15.3": 7, "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3 },
  ...{ "17.1": 1, "17.2": 4, "17.3": 2 },
};

/** The requirements that a chapter's rows and its line of those that do not apply name, "10.4.1–10.4.3" as three. */
function named(text: string): string[] {
  const places = text
    .split("\n")
    .map((line) =>
      line.startsWith("| ") ? line.split("|")[1] : /^Do(?:es)? not apply:/.test(line) ? line : "",
    )
    .join("\n");
  return [...places.matchAll(/(\d+\.\d+)\.(\d+)(?:–\d+\.\d+\.(\d+))?/g)].flatMap(([, section, from, to]) =>
    Array.from(
      { length: Number(to ?? from) - Number(from) + 1 },
      (_each, at) => `${section}.${Number(from) + at}`,
    ),
  );
}

test("every requirement of levels 1 and 2 has one place, and none is made up", () => {
  const wanted = Object.entries(asked).flatMap(([section, count]) =>
    Array.from({ length: count }, (_each, at) => `${section}.${at + 1}`),
  );
  expect(wanted).toHaveLength(253);
  expect(named(levels).toSorted()).toEqual(wanted.toSorted());
});

test("every test that the page names is there, and a row without one says so", () => {
  const rows = page.split("\n").filter((line) => /^\| \d/.test(line));
  expect(rows.length).toBeGreaterThan(150);
  for (const row of rows) {
    const shown = row.split("|")[3]?.trim() ?? "";
    const tests = [...shown.matchAll(/`([a-z-]+\/[a-z0-9-]+)`/g)].map(([, name]) => name ?? "");
    expect(tests.length > 0 || shown === "no test", row.slice(0, 80)).toBe(true);
    for (const name of tests) expect(existsSync(join(root, "test", `${name}.test.ts`)), name).toBe(true);
  }
  expect(named(beyond).length).toBeGreaterThan(0);
});
