import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isCompatible, licencesPage, licensedIn } from "../../docs/write-licences.ts";
import { root } from "../program.ts";

const read = (file: string) => readFile(join(root, file), "utf8");

test("the page of licences is what the lockfile says: `npm run licences` writes it", async () => {
  expect(await read("docs/licences.md")).toBe(await licencesPage());
});

test("every licence goes with AGPL-3.0-or-later", async () => {
  const all = licensedIn(await read("package-lock.json"));
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter(({ licence }) => !isCompatible(licence))).toEqual([]);
});

test.each([
  ["MIT", true],
  ["(MIT OR GPL-2.0-only)", true],
  ["(Apache-2.0 AND MIT)", true],
  ["(Apache-2.0 AND CC-BY-NC-4.0)", false],
  ["GPL-2.0-only", false],
  ["UNLICENSED", false],
  ["unknown", false],
])("%s: %s", (licence, goes) => expect(isCompatible(licence)).toBe(goes));

test("each library that Tribune asks for by name has its reason in docs/decisions, and one exact version", async () => {
  const { dependencies } = JSON.parse(await read("package.json")) as { dependencies: Record<string, string> };
  const reasons = await read("docs/decisions/0053-what-tribune-is-made-of.md");
  for (const [name, version] of Object.entries(dependencies)) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    expect(reasons, name).toContain(`\`${name}\``);
  }
});
