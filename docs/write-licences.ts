import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";

const root = join(import.meta.dirname, "..");
const page = join(root, "docs/licences.md");

type Locked = { version?: string; license?: string; dev?: boolean };
export type Licensed = { name: string; version: string; licence: string };

/** What package.json says wrongly or not at all, read in the file LICENSE of that version. */
const read: Record<string, string> = {
  "@sesamecare-oss/redlock@1.4.0": "MIT",
  "duck@0.1.12": "BSD-2-Clause",
  "png-js@2.0.0": "MIT",
};

/**
 * Licences whose code may be part of a work under AGPL-3.0-or-later, by the list of the FSF
 * (https://www.gnu.org/licenses/license-list.html); of fonts, which are files beside it, the OFL.
 */
const compatible = new Set([
  ...["MIT", "MIT-0", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0", "Zlib"],
  ...["CC0-1.0", "Unlicense", "Python-2.0", "MPL-2.0", "LGPL-3.0-or-later", "GPL-3.0-or-later", "OFL-1.1"],
]);

/** Whether a licence, as an SPDX expression without brackets in brackets, goes with AGPL-3.0-or-later. */
export function isCompatible(licence: string): boolean {
  const words = licence.replace(/^\((.*)\)$/, "$1");
  if (words.includes(" OR ")) return words.split(" OR ").some(isCompatible);
  return words.split(" AND ").every((one) => compatible.has(one));
}

/** The packages that a lockfile installs for Tribune to run, on every machine it runs on, by name. */
export function licensedIn(lockfile: string): Licensed[] {
  const { packages } = JSON.parse(lockfile) as { packages: Record<string, Locked> };
  const found = new Map<string, Licensed>();
  for (const [path, { version = "", license = "unknown", dev }] of Object.entries(packages)) {
    if (path === "" || dev) continue;
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const key = `${name}@${version}`;
    found.set(key, { name, version, licence: read[key] ?? license });
  }
  // By code points, so that the page is the same wherever it is written.
  const order = ({ name, version }: Licensed) => `${name} ${version}`;
  return [...found.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** The page of all licences, as it stands in docs/licences.md. */
export async function licencesPage(): Promise<string> {
  const all = licensedIn(await readFile(join(root, "package-lock.json"), "utf8"));
  const counts = new Map<string, number>();
  for (const { licence } of all) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  const sums = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const text = [
    "# Licences of what Tribune is made of",
    "",
    "Tribune is under the [GNU AGPL 3.0 or later](../LICENSE). Written by `npm run licences` from `package-lock.json`: every",
    "package that is installed to run it, on any system; not what only builds and tests it. A test fails when this page is",
    "not what the lockfile says, or when a licence does not go with the AGPL.",
    "",
    `${all.length} packages: ${sums.map(([licence, count]) => `${licence} ${count}`).join(", ")}.`,
    "",
    "| Package | Version | Licence |",
    "| --- | --- | --- |",
    ...all.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    "",
  ].join("\n");
  return format(text, { ...(await resolveConfig(page)), parser: "markdown" });
}

if (process.argv[1] === import.meta.filename) {
  await writeFile(page, await licencesPage());
  console.log("docs/licences.md is written.");
}
