import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { cpus } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { findRunningEmbeddedPostgres } from "#db/embedded-postgres.ts";
import { ask, logInAt } from "../asking.ts";
import { root } from "../program.ts";
import { createDataDir, startServer } from "../tribune-server.ts";
import { account, fill, letters } from "./data.ts";
import { ensureWrk, hasPgbench, load, pgbench, pin, type Round } from "./load.ts";

const usage = `npm run bench                     every row, three rounds of five seconds each
npm run bench -- --seconds 2 --rounds 1`;

type Measure = () => Promise<Round>;
type Row = { what: string; ours: number; other: number; ratio: number; aim: string; met: boolean };

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const page = (slug: string, part = "") => `/letters/${slug}${part}`;

/** Measures two things by turns, so that what else the machine does falls on both. */
async function byTurns(
  rounds: number,
  ours: Measure,
  other: Measure,
): Promise<[ours: number, other: number]> {
  const seen: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++)
    for (const [index, measure] of [ours, other].entries()) {
      const { perSecond, failed } = await measure();
      if (failed > 0) throw new Error(`${failed} answers were no success`);
      seen[index as 0 | 1].push(perSecond);
    }
  return [median(seen[0]), median(seen[1])];
}

/** A bare node:http server on core 0 that answers with exactly what Tribune answers: the same head, the same bytes. */
async function bareServer(url: string, headers: Record<string, string>) {
  const answer = await exactly(url, headers);
  const file = join(root, ".cache", "bench-page");
  await writeFile(file, answer.body);
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, "bare-server.ts"), file, JSON.stringify(answer.headers)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const [port] = (await once(createInterface(child.stdout), "line")) as [string];
  pin(child.pid ?? 0, 0);
  return { url: `http://127.0.0.1:${port}/`, bytes: answer.body.length, stop: () => child.kill("SIGTERM") };
}

/** An answer as it comes over the wire, without the headers that node:http writes by itself. */
function exactly(url: string, headers: Record<string, string>) {
  return new Promise<{ headers: Record<string, string>; body: Buffer }>((resolve, reject) => {
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const own = Object.entries(response.headers).filter(
          ([name]) => !["connection", "keep-alive", "date", "transfer-encoding", "set-cookie"].includes(name),
        );
        resolve({ headers: Object.fromEntries(own) as Record<string, string>, body: Buffer.concat(chunks) });
      });
    })
      .on("error", reject)
      .end();
  });
}

/** Lua for wrk: each request signs as somebody new from a network of their own. */
const signScript = (origin: string) => `
math.randomseed(os.time())
local run, n = tostring(math.random(1e9)), 0
request = function()
  n = n + 1
  local from = math.random(1, 223) .. "." .. math.random(0, 255) .. "." .. math.random(0, 255) .. "." .. math.random(1, 254)
  return wrk.format("POST", nil, {
    ["Content-Type"] = "application/x-www-form-urlencoded", ["Origin"] = "${origin}", ["X-Forwarded-For"] = from,
  }, "name=Load+Test&email=s" .. run .. "-" .. n .. "%40example.org&version=1&showName=on&organisation=Bench")
end`;

/** The rows that signing writes, written by pgbench: signature, event, token, mail. */
const signRows = (letterId: number) => `
\\set n random(1, 2000000000)
\\set m random(1, 2000000000)
begin;
insert into signatures (letter_id, version_number, signer_key, name, email, affiliation, name_shown, keep_informed, language, search_text)
values (${letterId}, 1, 'p' || :n || '-' || :m, 'Load Test', 'p' || :n || '-' || :m || '@example.org', 'Bench', true, false, 'en', 'load test bench')
returning id as signature \\gset
insert into signature_events (letter_id, signature_id, event, version_number) values (${letterId}, :signature, 'signed', 1);
insert into signature_tokens (token_hash, letter_id, signature_id) values (md5(:n || '-' || :m), ${letterId}, :signature);
insert into mails (kind, to_address, language, subject, body)
values ('confirm-signature', 'p' || :n || '-' || :m || '@example.org', 'en', 'Confirm your signature', repeat('x', 400));
commit;
`;

const residentMegabytes = async (pid: number, field: "VmRSS" | "VmHWM") =>
  Number(
    new RegExp(`${field}:\\s+(\\d+)`).exec(
      await readFile(`/proc/${pid}/status`, "utf8").catch(() => ""),
    )?.[1] ?? 0,
  ) / 1024;

async function bench(seconds: number, rounds: number): Promise<Row[]> {
  ensureWrk();
  const { dataDir, remove } = await createDataDir();
  const server = await startServer(dataDir, { TRUSTED_PROXIES: "loopback" });
  const databaseUrl = (await findRunningEmbeddedPostgres(dataDir)) ?? "";
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => undefined });
  const rows: Row[] = [];
  const add = (what: string, [ours, other]: [number, number], aim: string, ratio: number, met: boolean) => {
    rows.push({ what, ours, other, ratio, aim, met });
    console.log(`  ${what}: ${ours.toFixed(0)} to ${other.toFixed(0)}, ratio ${ratio.toFixed(3)}`);
  };
  try {
    pin(server.pid, 0);
    console.log(`Writing ${(1_001_000).toLocaleString("en")} signatures and 100,100 comments …`);
    await fill(sql);
    const atRest = await residentMegabytes(server.pid, "VmRSS");
    const small = letters.small.slug;

    const browser = { "Accept-Encoding": "gzip, deflate, br" };
    const cookie = await logInAt(server.url, account);
    for (const [what, path] of [
      ["letter page", page(small)],
      ["discussion page", page(small, "/discussion")],
    ] as const) {
      const url = server.url + path;
      for (const [who, headers, least] of [
        ["anonymous", browser, 0.9],
        ["signed in", { ...browser, Cookie: cookie }, 0.015],
      ] as const) {
        await load(url, { seconds: 1, headers });
        const bare = await bareServer(url, headers);
        const measured = await byTurns(
          rounds,
          () => load(url, { seconds, headers }),
          () => load(bare.url, { seconds, headers }),
        );
        bare.stop();
        const ratio = measured[0] / measured[1];
        const size = `${(bare.bytes / 1024).toFixed(0)} KB sent`;
        add(`${what}, ${who}, to bare node:http (${size})`, measured, `≥ ${least}`, ratio, ratio >= least);
      }
    }

    // Who just sent a form passes by the cache: what a page costs when it is made.
    const made = { Cookie: "fresh=1" };
    for (const [what, part, most] of [
      ["letter page, 1,000,000 signatures to 1,000", "", 1.3],
      ["roster, 1,000,000 signatures to 1,000", "/signatures", 1.3],
      ["discussion, 100,000 comments to 100", "/discussion", 1.3],
    ] as const) {
      const of = (slug: string) => () => load(server.url + page(slug, part), { seconds, headers: made });
      const measured = await byTurns(rounds, of(letters.large.slug), of(small));
      const ratio = measured[1] / measured[0];
      add(`${what}, uncached (cost)`, measured, `≤ ${most}`, ratio, ratio <= most);
    }

    if (hasPgbench()) {
      const [letter] = await sql<
        { id: number }[]
      >`select id::int from letters where slug = ${letters.signed.slug}`;
      const url = server.url + page(letters.signed.slug, "/sign");
      const measured = await byTurns(
        rounds,
        () => load(url, { seconds, script: signScript(server.url) }),
        () => pgbench(databaseUrl, signRows(letter?.id ?? 0), seconds),
      );
      const ratio = measured[0] / measured[1];
      add("signing, POST until durable, to pgbench with 32 clients", measured, "≥ 0.4", ratio, ratio >= 0.4);
      const read = await ask(server.url, page(letters.signed.slug));
      if (read.status !== 200) throw new Error(`after signing the letter answers ${read.status}`);
    } else console.log("  signing: not measured, pgbench is missing (Debian: apt-get install postgresql).");

    const peak = await residentMegabytes(server.pid, "VmHWM");
    rows.push({
      what: "memory at rest, MB",
      ours: atRest,
      other: 250,
      ratio: atRest / 250,
      aim: "≤ 1",
      met: atRest <= 250,
    });
    rows.push({
      what: "memory at most, MB",
      ours: peak,
      other: 500,
      ratio: peak / 500,
      aim: "≤ 1",
      met: peak <= 500,
    });
    return rows;
  } finally {
    await sql.end({ timeout: 5 });
    await server.stop();
    await remove();
  }
}

function table(rows: Row[]): string {
  const lines = rows.map(
    ({ what, ours, other, ratio, aim, met }) =>
      `| ${what} | ${ours.toFixed(0)} | ${other.toFixed(0)} | ${ratio.toFixed(ratio < 0.1 ? 3 : 2)} | ${aim} | ${met ? "yes" : "**no**"} |`,
  );
  return [
    "| Measured | Ours, a second | Other | Ratio | Aim | Met |",
    "| --- | --- | --- | --- | --- | --- |",
    ...lines,
  ].join("\n");
}

try {
  const { values } = parseArgs({ options: { seconds: { type: "string" }, rounds: { type: "string" } } });
  const rows = await bench(Number(values.seconds ?? 5), Number(values.rounds ?? 3));
  console.log(
    `\n${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}\n`,
  );
  console.log(table(rows));
} catch (fault) {
  console.error(`${fault instanceof Error ? fault.message : String(fault)}\n\n${usage}`);
  process.exitCode = 1;
}
