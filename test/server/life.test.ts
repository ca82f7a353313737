import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { startEmbeddedPostgres } from "#db/embedded-postgres.ts";
import { findDataFolder } from "#db/embedded-postgres/data-folder.ts";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { samples } from "#db/seed/sample-content.ts";
import { makeProof } from "../proof-of-work.ts";
import { ask, logInAt, post } from "../asking.ts";
import { root } from "../program.ts";
import { createDataDir, freePort, type Server, startServer } from "../tribune-server.ts";

const minute = 60_000;
const open = samples.find(
  ({ publishedDaysAgo, closesInDays }) => publishedDaysAgo !== null && (closesInDays ?? 1) > 0,
);
const letter = `/letters/${open?.slug}`;
const running = new Set<Server>();

async function newDataDir(): Promise<string> {
  const { dataDir, remove } = await createDataDir();
  onTestFinished(remove, minute);
  return dataDir;
}
async function start(dataDir: string, environment: Record<string, string> = {}): Promise<Server> {
  const server = await startServer(dataDir, environment);
  running.add(server);
  return server;
}
// Before the data folders go: a failed test must not leave a server without its data.
afterEach(async () => {
  for (const server of running) await server.end("SIGTERM");
  running.clear();
}, minute);

const postmasterFile = async (dataDir: string) =>
  join((await findDataFolder(dataDir))?.cluster ?? "", "postmaster.pid");
const postmaster = async (dataDir: string) =>
  Number((await readFile(await postmasterFile(dataDir), "utf8")).split("\n")[0]);

/** Runs a program of the project to its end. */
async function command(
  file: string,
  environment: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [file], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", PORT: "0", ...environment },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output };
}

async function until(what: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await what())) {
    if (Date.now() > deadline) throw new Error("it did not happen within 30 s");
    await sleep(50);
  }
}

describe("stopping", () => {
  test("SIGTERM to npm, which tells nobody, stops what npm started", { timeout: 2 * minute }, async () => {
    const dataDir = await newDataDir();
    const port = String(await freePort());
    const npm = spawn("npm", ["start"], {
      cwd: root,
      stdio: "ignore",
      env: { ...process.env, PORT: port, DATA_DIR: dataDir, PUBLIC_URL: `http://127.0.0.1:${port}` },
    });
    const answers = () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until(answers);
    const pidFile = await postmasterFile(dataDir);
    npm.kill("SIGTERM");
    await until(async () => !(await answers()) && !existsSync(pidFile));
  });

  test.each(["SIGTERM", "SIGINT"] as const)(
    "%s ends it with 0 and shuts the database down; the next start finds everything",
    { timeout: 2 * minute },
    async (signal) => {
      const dataDir = await newDataDir();
      const first = await start(dataDir);
      // It is ready a moment before it has said so.
      await until(() => Promise.resolve(first.log().includes("Ctrl-C stops it.")));
      expect(first.log()).toContain(`Tribune runs at ${first.url}`);
      for (const { email } of sampleAccounts) expect(first.log()).toContain(email);
      expect(first.log()).toContain("/dev/mail");
      const session = await logInAt(first.url, sampleAccounts[0] ?? { email: "", password: "" });
      await post(
        first.url,
        `${letter}/discussion`,
        { body: "Before the restart.", stance: "neutral" },
        { Cookie: session },
      );
      const pidFile = await postmasterFile(dataDir);
      expect(await first.end(signal)).toBe(0);
      running.delete(first);
      expect(existsSync(pidFile)).toBe(false);

      const second = await start(dataDir, { PORT: new URL(first.url).port, PUBLIC_URL: first.url });
      expect((await ask(second.url, `${letter}/discussion`)).status).toBe(200);
      const settings = await ask(second.url, "/settings", { headers: { Cookie: session } });
      expect(settings.status).toBe(200);
      const { text } = await ask(second.url, `${letter}.json`);
      expect((JSON.parse(text) as { comments: number }).comments).toBeGreaterThan(0);
    },
  );

  test("a request under way is answered", { timeout: minute }, async () => {
    const server = await start(await newDataDir());
    const body = new URLSearchParams({
      name: "Ada",
      email: "under-way@example.org",
      password: "a quiet long phrase",
    }).toString();
    const asked = request(`${server.url}/join`, {
      method: "POST",
      agent: false,
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": body.length,
        Origin: server.url,
        Expect: "100-continue",
      },
    });
    asked.flushHeaders();
    // "Continue" is how it says that it has taken the request; the body comes only once it is stopping.
    await once(asked, "continue");
    const ended = server.end("SIGTERM");
    running.delete(server);
    await until(() => Promise.resolve(server.log().includes("Tribune stops")));
    const answered = once(asked, "response") as Promise<[IncomingMessage]>;
    asked.end(body);
    const [answer] = await answered;
    answer.resume();
    expect([answer.statusCode, answer.headers.location]).toEqual([302, "/join?mailed"]);
    expect(await ended).toBe(0);
  });
});

describe("after a crash", () => {
  test("kill -9 of Tribune: the next start finds everything", { timeout: 2 * minute }, async () => {
    const dataDir = await newDataDir();
    const first = await start(dataDir);
    const email = "survivor@example.org";
    await post(first.url, `${letter}/sign`, { name: "Survivor", email, proof: await makeProof() });
    await first.end("SIGKILL");
    running.delete(first);
    const second = await start(dataDir);
    expect((await ask(second.url, "/dev/mail")).text).toContain(email);
    expect(second.log()).not.toMatch(/"level":[56]0/);
  });

  test(
    "kill -9 of PostgreSQL: pages say the database is away and keep what was typed; then it goes on by itself",
    { timeout: 2 * minute },
    async () => {
      const dataDir = await newDataDir();
      const server = await start(dataDir);
      const fields = {
        name: "Patient Person",
        email: "patient@example.org",
        statement: "Because <it> matters.",
      };
      process.kill(await postmaster(dataDir), "SIGKILL");
      const signing = async () => ({ ...fields, proof: await makeProof() });
      let away = await post(server.url, `${letter}/sign`, await signing(), { "Accept-Language": "fr" });
      for (let tries = 0; away.status < 500 && tries < 20; tries++)
        away = await post(server.url, `${letter}/sign`, await signing());
      expect(away.status).toBe(503);
      expect(away.headers["retry-after"]).toBe("5");
      expect(away.text).toContain("Patient Person");
      expect(away.text).toContain("Because &lt;it&gt; matters.");
      expect(away.text).not.toMatch(/ECONNREFUSED|postgres/i);
      expect((await ask(server.url, "/healthz")).status).toBe(200);
      await until(async () => (await ask(server.url, "/readyz")).status === 200);
      await until(async () => (await post(server.url, `${letter}/sign`, await signing())).status === 303);
    },
  );
});

describe("a start that cannot be", () => {
  test("with wrong settings names each", { timeout: minute }, async () => {
    const { code, output } = await command("app/server/start.ts", { PORT: "many", SMTP_URL: "mail" });
    expect(code).toBe(1);
    expect(output).toMatch(/^PORT is not a number/m);
    expect(output).toMatch(/^SMTP_URL is not an address/m);
    expect(output).not.toMatch(/\bat .*\.ts:\d+/);
  });

  test("on a taken port says so, and leaves no database running", { timeout: minute }, async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    onTestFinished(() => void taken.close());
    const port = (taken.address() as { port: number }).port;
    const dataDir = await newDataDir();
    const { code, output } = await command("app/server/start.ts", { PORT: String(port), DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(output).toContain(`PORT ${port} is taken`);
    expect(existsSync(await postmasterFile(dataDir))).toBe(false);
  });

  test(
    "on data that another Tribune uses says so, and leaves that one alone",
    { timeout: minute },
    async () => {
      const dataDir = await newDataDir();
      const server = await start(dataDir);
      const { code, output } = await command("app/server/start.ts", {
        DATA_DIR: dataDir,
        PORT: String(await freePort()),
      });
      expect(code).toBe(1);
      expect(output).toMatch(/Tribune cannot start/);
      expect((await ask(server.url, "/readyz")).status).toBe(200);
    },
  );
});

describe("a PostgreSQL of one's own", () => {
  async function ownDatabase(): Promise<string> {
    const server = await startEmbeddedPostgres({ dataDir: await newDataDir() });
    onTestFinished(() => server.stop(), minute);
    return server.url;
  }

  test(
    "is used as it is: nothing is seeded, no other is started; the sample content comes when asked for, once",
    { timeout: 2 * minute },
    async () => {
      const DATABASE_URL = await ownDatabase();
      const dataDir = await newDataDir();
      const server = await start(dataDir, { DATABASE_URL });
      expect(existsSync(dataDir)).toBe(false);
      expect(server.log()).toContain("npm run account:create");
      expect((await ask(server.url, `${letter}.json`)).status).toBe(404);
      await server.stop();
      running.delete(server);

      expect((await command("db/seed/run.ts", { DATABASE_URL })).code).toBe(0);
      const again = await command("db/seed/run.ts", { DATABASE_URL });
      expect(again.code).toBe(1);
      expect(again.output).toContain("Nothing was written");

      const published = { DATABASE_URL, PUBLIC_URL: "https://tribune.example.org" };
      const { code, output } = await command("app/server/start.ts", published);
      expect(code).toBe(1);
      expect(output).toContain("sample accounts");
    },
  );

  test("that cannot be reached is named without its password", { timeout: minute }, async () => {
    const DATABASE_URL = "postgres://tribune:hunter2@127.0.0.1:9/tribune";
    const { code, output } = await command("app/server/start.ts", { DATABASE_URL });
    expect(code).toBe(1);
    expect(output).toMatch(/127\.0\.0\.1:9/);
    expect(output).not.toContain("hunter2");
  });
});
