import { readFile, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { root } from "../program.ts";

const file = join(root, "docs/performance.md");
const [begin, end] = ["<!-- npm run bench writes from here -->", "<!-- to here -->"];

/** The machine in words. */
export function machine(postgresVersion: string): string {
  const gigabytes = (totalmem() / 1024 ** 3).toFixed(0);
  return `${cpus().length} cores of ${cpus()[0]?.model ?? "an unknown processor"}, ${gigabytes} GB, Node ${process.versions.node}, PostgreSQL ${postgresVersion}`;
}

/** Writes what was measured between the markers of docs/performance.md; the prose around them stays. */
export async function writePerformancePage(measured: string): Promise<void> {
  const page = await readFile(file, "utf8");
  const [before, rest = ""] = page.split(begin);
  const after = rest.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${file} lacks the lines "${begin}" and "${end}"`);
  const text = `${before}${begin}\n\n${measured}\n\n${end}${after}`;
  const style = await resolveConfig(file);
  await writeFile(file, await format(text, { ...style, parser: "markdown" }));
}
