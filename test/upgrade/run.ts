import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import postgres from "postgres";
import { startEmbeddedPostgres } from "#db/embedded-postgres.ts";
import { prepareDatabase } from "#db/prepare.ts";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { seed } from "#db/seed/seed.ts";
import { closeSql } from "#db/sql.ts";
import { ask, logInAt, post } from "../asking.ts";
import { makeProof, testKey } from "../proof-of-work.ts";
import { root } from "../program.ts";
import { createDataDir, freePort } from "../tribune-server.ts";

const usage = `npm run test:upgrade -- [COMMIT]

Starts the code of an older commit (the one before this, unless another is named) on the tables of the newest
migrations, and reads, signs and comments by it: what happens while a release takes the place of another one.

Exit code: 0 it lives with them, or the commit is not in this clone; 1 it does not.`;

const execute = promisify(execFile);
const stops: (() => Promise<unknown>)[] = [];

/** The commit's name in full, or null when this clone does not hold it. */
const find = (commit: string) =>
  execute("git", ["rev-parse", "--verify", "--quiet", `${commit}^{commit}`], { cwd: root }).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );

/** The files of a commit in a folder of their own, built, with the libraries of this one. */
async function checkOut(commit: string): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), "tribune-upgrade-"));
  stops.push(() => rm(parent, { recursive: true, force: true }));
  const folder = join(parent, "tribune");
  await execute("git", ["worktree", "add", "--detach", folder, commit], { cwd: root });
  stops.push(() => execute("git", ["worktree", "remove", "--force", folder], { cwd: root }));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  console.log("Building the older release …");
  const remix = join(root, "node_modules/@remix-run/dev/dist/cli.js");
  await execute(process.execPath, [remix, "vite:build"], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production" },
    maxBuffer: 64 * 1024 * 1024,
  });
  return folder;
}

/** Starts the older code on a database. @returns its address, and what it has written */
async function start(folder: string, databaseUrl: string, dataDir: string) {
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const environment = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PORT: port, PUBLIC_URL: url };
  const child = spawn(process.execPath, ["app/server/start.ts"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, NODE_ENV: "production", SECRET_KEY: testKey, ...environment },
  });
  let written = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (written += text));
  const ended = once(child, "close");
  stops.push(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  for (let tries = 0; tries < 600 && child.exitCode === null; tries++) {
    const ready = await fetch(`${url}/readyz`).catch(() => undefined);
    if (ready?.ok) return { url, written: () => written };
    await sleep(100);
  }
  throw new Error(`The older release does not start on the newer tables. It wrote:\n${written}`);
}

/** What the older code does on the newer tables. @returns what went wrong, in words */
async function use(url: string, sql: postgres.Sql): Promise<string[]> {
  const wrong: string[] = [];
  const [letter] = await sql<{ id: number; slug: string; version: number }[]>`
    select l.id, l.slug, max(v.number)::int as version from letters l join letter_versions v on v.letter_id = l.id
    where l.state = 'open' group by l.id order by l.id limit 1`;
  const path = `/letters/${letter?.slug}`;
  const expectStatus = (what: string, wanted: number, got: number) => {
    console.log(`  ${what}: ${got}`);
    if (got !== wanted) wrong.push(`${what} answered ${got} and not ${wanted}`);
  };
  for (const page of [
    "/",
    "/letters",
    path,
    `${path}/signatures`,
    `${path}/discussion`,
    "/doctrine",
    "/moderation/log",
  ])
    expectStatus(page, 200, (await ask(url, page)).status);
  const email = "upgrade@signing.example";
  const signed = await post(url, `${path}/sign`, {
    ...{ name: "Between Releases", email, version: String(letter?.version), showName: "on" },
    proof: await makeProof(),
  });
  expectStatus("signing", 303, signed.status);
  const signatures = await sql`select 1 from signatures where email = ${email}`;
  if (signatures.count !== 1) wrong.push(`there are ${signatures.count} signatures by who signed once`);
  const cookie = await logInAt(url, sampleAccounts[1] ?? { email: "", password: "" });
  const body = "Said between two releases.";
  const said = await post(url, `${path}/discussion`, { body, stance: "neutral" }, { Cookie: cookie });
  expectStatus("commenting", 303, said.status);
  const comments = await sql`select 1 from comments where body like ${`%${body}%`}`;
  if (comments.count !== 1) wrong.push(`there are ${comments.count} comments by who commented once`);
  return wrong;
}

async function run(commit: string): Promise<string[]> {
  const folder = await checkOut(commit);
  const { dataDir, remove } = await createDataDir();
  stops.push(remove);
  const database = await startEmbeddedPostgres({ dataDir });
  stops.push(() => database.stop());
  process.env.DATABASE_URL = database.url;
  // By the newer code, as the first process of a release does.
  await prepareDatabase(database.url);
  await seed();
  await closeSql();
  const older = await start(folder, database.url, join(dataDir, "older"));
  const sql = postgres(database.url, { max: 1, onnotice: () => undefined });
  stops.push(() => sql.end({ timeout: 5 }));
  const wrong = await use(older.url, sql);
  const faults = older.written().match(/^\{"level":(50|60).*$/gm) ?? [];
  return [...wrong, ...faults.map((line) => `its log has a fault: ${line}`)];
}

const [wanted = "HEAD~1"] = process.argv.slice(2);
if (wanted.startsWith("-")) console.log(usage);
else {
  const commit = await find(wanted);
  if (!commit) console.log(`Skipped: this clone does not hold ${wanted} (git fetch --unshallow brings it).`);
  else
    try {
      console.log(`The code of ${commit.slice(0, 12)} on the tables of this one:`);
      const wrong = await run(commit);
      for (const line of wrong) console.error(`  ${line}`);
      console.log(wrong.length === 0 ? "It lives with them." : "It does not live with them.");
      process.exitCode = wrong.length === 0 ? 0 : 1;
    } finally {
      for (const stop of stops.reverse())
        await stop().catch((fault: unknown) => console.error(String(fault)));
    }
}
