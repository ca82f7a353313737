import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";
import { afterEach, expect, test } from "vitest";
import { queueMail, queueWrittenMails } from "#app/mail/queue-mail.server.ts";
import { countSignatures, recountSignatures } from "#app/signatures/count-signatures.server.ts";
import { readReceipt, receiptJson } from "#app/signatures/receipt.server.ts";
import { findPgDump } from "#db/dump-schema.ts";
import { findRunningEmbeddedPostgres } from "#db/embedded-postgres.ts";
import { prepareDatabase } from "#db/prepare.ts";
import { seed } from "#db/seed/seed.ts";
import { closeSql, sql } from "#db/sql.ts";
import { startMailbox } from "../mailbox.ts";
import { makeAccount, makeLetter, sign } from "../made-up.ts";
import { root } from "../program.ts";
import { createDataDir, freePort, startServer } from "../tribune-server.ts";
import { startDebianPostgres } from "./debian-postgres.ts";

const programs = await findPgDump();
const execute = promisify(execFile);
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await closeSql();
  delete process.env.DATABASE_URL;
  delete process.env.SMTP_URL;
  for (const act of undo.splice(0).reverse()) await act();
});

/** The commands of docs/operating.md, so that what is tested is what is told: [to dump, to restore]. */
async function commands(): Promise<[string, string]> {
  const text = await readFile(join(root, "docs/operating.md"), "utf8");
  const [, dumps = ""] = text.split("### Dumps\n");
  const [dump, restore] = [...dumps.matchAll(/```sh\n(.+?)```/gs)].map(([, lines]) => lines);
  if (!dump?.includes("pg_dump") || !restore?.includes("pg_restore")) throw new Error("no commands are told");
  // Who runs the test is not who owns the server: the superuser is named by the environment.
  return [dump, restore.replaceAll("sudo -u postgres ", "")];
}

/** How many rows each table holds, the job queue's too. Sessions of PostgreSQL and their like are no tables of ours. */
async function countRows(url: string): Promise<Record<string, number>> {
  const connection = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const rows = await connection<{ name: string; count: number }[]>`
      select format('%I.%I', schemaname, tablename) as name,
        (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I', schemaname, tablename), false, true, '')))[1]::text::int
          as count
      from pg_tables where schemaname in ('public', 'graphile_worker')`;
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
  } finally {
    await connection.end({ timeout: 5 });
  }
}

test.skipIf(!programs)(
  `dumped, wiped and restored: receipts verify, counts agree, mails in the queue go out${programs ? "" : " (Debian's postgresql is not installed)"}`,
  { timeout: 180_000 },
  async () => {
    const server = await startDebianPostgres(programs?.bin ?? "");
    undo.push(() => server.stop());
    const folder = await mkdtemp(join(tmpdir(), "tribune-dump-"));
    undo.push(() => rm(folder, { recursive: true, force: true }));
    const mailbox = await startMailbox();
    undo.push(() => mailbox.close());
    const url = server.urlOf("tribune");
    const shell = (lines: string) =>
      execute("sh", ["-e", "-c", lines], {
        cwd: folder,
        env: {
          NODE_ENV: "production",
          ...server.environment,
          DATABASE_URL: url,
          PATH: `${programs?.bin}${delimiter}${process.env.PATH}`,
        },
      });

    await shell("createdb --owner=tribune tribune");
    process.env.DATABASE_URL = url;
    process.env.SMTP_URL = mailbox.url;
    await prepareDatabase(url);
    await seed();
    const { slug } = await makeLetter(await makeAccount({ email: "writer@restore.example" }));
    const token = await sign(slug, "kim@restore.example", { name: "Kim Keeper" });
    // One mail that is a job already, and one that is only written down.
    while ((await queueWrittenMails()) === "more");
    await sql.begin((tx) =>
      queueMail(tx, "late@restore.example", "en", { kind: "test", subject: "Late", body: "Written last." }),
    );
    while ((await countSignatures()) === "more");
    const port = await freePort();
    const receipt = await readReceipt(token);
    if (!receipt) throw new Error("there is no receipt");
    const file = join(folder, "receipt.json");
    await writeFile(file, JSON.stringify(receiptJson(receipt, `http://127.0.0.1:${port}`)));
    await closeSql();
    const before = await countRows(url);
    expect(before["graphile_worker._private_jobs"]).toBeGreaterThan(0);

    const [dump, restore] = await commands();
    await shell(dump);
    await shell("dropdb tribune");
    await expect(countRows(url)).rejects.toThrow("does not exist");
    await shell(restore);
    expect(await countRows(url)).toEqual(before);
    expect(await recountSignatures()).toBe(0);

    const { dataDir, remove } = await createDataDir();
    undo.push(remove);
    const tribune = await startServer(dataDir, {
      DATABASE_URL: url,
      SMTP_URL: mailbox.url,
      PORT: String(port),
    });
    try {
      const command = join(root, "app/signatures/verify-receipt.cli.ts");
      const { stdout } = await execute(process.execPath, [command, file]);
      expect(stdout).toContain("It holds");
      expect(stdout).toContain(receipt.sha256);
      // The link of the mail from before leads to the same receipt.
      const again = await fetch(`${tribune.url}/signatures/${token}/receipt.json`);
      expect(await again.json()).toEqual(JSON.parse(await readFile(file, "utf8")));
      await mailbox.waitFor("kim@restore.example");
      await mailbox.waitFor("late@restore.example");
    } finally {
      await tribune.stop();
    }
  },
);

test.skipIf(process.platform === "win32")(
  "a copy of the embedded database's folder is the same Tribune",
  { timeout: 180_000 },
  async () => {
    const { dataDir, remove } = await createDataDir();
    undo.push(remove);
    const first = await startServer(dataDir);
    const url = await findRunningEmbeddedPostgres(dataDir);
    const before = await countRows(url ?? "");
    const letters = await (await fetch(`${first.url}/feed.atom`)).text();
    await first.stop();

    const copy = `${dataDir}-copy`;
    await execute("cp", ["-a", dataDir, copy]);
    await rm(dataDir, { recursive: true });
    const second = await startServer(copy, { PORT: new URL(first.url).port });
    try {
      const after = await countRows((await findRunningEmbeddedPostgres(copy)) ?? "");
      expect(after["public.signatures"]).toBeGreaterThan(0);
      // Of those that nothing adds to by the clock.
      for (const table of ["accounts", "letters", "letter_versions", "signatures", "comments", "mails"])
        expect([table, after[`public.${table}`]]).toEqual([table, before[`public.${table}`]]);
      expect(await (await fetch(`${second.url}/feed.atom`)).text()).toBe(letters);
    } finally {
      await second.stop();
    }
  },
);
