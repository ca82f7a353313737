import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectRoot } from "#db/migrate.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";

useDatabase();

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "tribune-doctrine-"))));
afterAll(() => rm(folder, { recursive: true, force: true }));

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const command = join(projectRoot(), "app", "doctrine", "import-text.cli.ts");
  return new Promise((resolve) =>
    execFile(process.execPath, [command, ...args], { cwd: folder, env: process.env }, (fault, out, err) =>
      resolve({ code: Number(fault?.code ?? 0), out, err }),
    ),
  );
}

const long = "A sentence that is long enough to belong to no other rule of this text, and stays as it is.";
const first = `# Rules\n\n## Rule 1\n\nOne.\n\n## Rule 2\n\n${long}\n`;
const second = `# Rules\n\nStray.\n\n## Rule 1\n\nOne.\n\n## Rule 2\n\nOther.\n\n## Rule 3\n\n${long}\n`;
const revision = (file: string, day: string, ...more: string[]) =>
  run(file, "--slug", "rules", "--revision", day, ...more);
const states = () => sql`select 1 from revisions`;

test("a text, again, its next revision with a question, and the answer", async () => {
  await writeFile(join(folder, "a.md"), first);
  await writeFile(join(folder, "b.md"), second);
  const dry = await revision("a.md", "2024-01-01", "--dry-run");
  expect(dry.out).toBe(
    "Would be imported: 2 provisions\nKinds: rule 2\nProvisions: kept 0, changed 0, moved 0, new 2, repealed 0\n",
  );
  expect(await states()).toHaveLength(0);
  const added = await revision("a.md", "2024-01-01");
  expect(added).toEqual({
    code: 0,
    err: "",
    out: "Imported: /doctrine/rules?revision=2024-01-01\nProvisions: kept 0, changed 0, moved 0, new 2, repealed 0\n",
  });
  const again = await revision("a.md", "2024-01-01");
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining("already") as string });
  const asked = await revision("b.md", "2025-01-01");
  expect(asked).toMatchObject({ code: 3, out: "" });
  expect(asked.err).toContain("Line 3: This text stands under no provision and is left out. “Stray.”");
  expect(asked.err).toContain(`  old: ${long}\n  new: Other.\n`);
  expect(asked.err).toContain("--same 2=2   or   --different 2=2");
  expect(await states()).toHaveLength(1);
  const wrong = await revision("b.md", "2025-01-01", "--different", "2=8");
  expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining("2=8") as string });
  const answered = await revision("b.md", "2025-01-01", "--different", "2=2");
  expect(answered.out).toContain("Provisions: kept 1, changed 0, moved 1, new 1, repealed 0");
  const late = await revision("a.md", "2023-01-01");
  expect(late).toMatchObject({
    code: 1,
    err: expect.stringContaining("The text has a newer revision, of 2025-01-01") as string,
  });
}, 60_000);

test.each<[string[], number, string]>([
  [["--help"], 0, ""],
  [[], 2, "Which text? Name its file."],
  [["a.md"], 2, "Give its address with --slug"],
  [["a.md", "--slug", "Not This"], 2, "cannot be an address"],
  [["a.md", "--slug", "x"], 2, "--revision YYYY-MM-DD"],
  [["a.md", "--slug", "x", "--revision", "2024-02-30"], 2, "is no date"],
  [["a.md", "--slug", "x", "--revision", "2024-01-01", "--language", "de"], 2, "neither en nor fr"],
  [["a.md", "--slug", "x", "--revision", "2024-01-01", "--same", "1"], 2, "is no pair"],
  [["a.md", "--slug", "x", "--revision", "2024-01-01", "--source", "nowhere"], 2, "no address on the web"],
  [["missing.md", "--slug", "x", "--revision", "2024-01-01"], 1, "missing.md"],
  [["broken.xml", "--slug", "x", "--revision", "2024-01-01"], 1, "line 2"],
  [["a.md", "--slug", "x", "--revision", "2024-01-01", "--shout"], 2, "--shout"],
])("%j", async (args, code, words) => {
  await writeFile(join(folder, "broken.xml"), "<akomaNtoso>\n</act>");
  const result = await run(...args);
  expect([result.code, result.err]).toEqual([code, expect.stringContaining(words)]);
  expect(result.err).not.toContain("    at ");
});
