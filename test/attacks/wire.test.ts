import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeToken } from "#app/tokens/make-token.server.ts";
import { scopes } from "#app/tokens/token.ts";
import { closeSql } from "#db/sql.ts";
import { ask, post } from "../asking.ts";
import { makeAccount, origin } from "../made-up.ts";
import { useTribune } from "../server/tribune.ts";

const tribune = useTribune();
beforeAll(() => (process.env.DATABASE_URL = tribune.databaseUrl()));
afterAll(closeSql);

async function makeApiToken(): Promise<string> {
  const made = await makeToken(await makeAccount(), { name: "Attack", days: 7, scopes: [...scopes] }, origin);
  if (made.outcome !== "made") throw new Error(made.outcome);
  return made.token;
}

/** Writes bytes to the server and answers with the first line of what comes back before it hangs up. */
async function write(bytes: string): Promise<string> {
  const { hostname, port } = new URL(tribune.url());
  const socket = connect(Number(port), hostname);
  let answer = "";
  socket.setEncoding("latin1").on("data", (text: string) => (answer += text));
  socket.on("error", () => undefined);
  socket.write(bytes);
  await once(socket, "close");
  return answer.split("\r\n")[0] ?? "";
}

const head = "Host: 127.0.0.1\r\nConnection: close\r\n";

test("headers that are too large are refused while they come", async () => {
  const large = `X-Large: ${"a".repeat(20_000)}\r\n`;
  expect(await write(`GET / HTTP/1.1\r\n${head}${large}\r\n`)).toContain(" 431 ");
  const many = Array.from({ length: 3000 }, (_each, number) => `X-${number}: a\r\n`).join("");
  expect(await write(`GET / HTTP/1.1\r\n${head}${many}\r\n`)).toContain(" 431 ");
});

test.each([
  ["two lengths", `POST /login HTTP/1.1\r\n${head}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
  [
    "a length and pieces",
    `POST /login HTTP/1.1\r\n${head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  ],
  ["a space before the colon", `GET / HTTP/1.1\r\n${head}Transfer-Encoding : chunked\r\n\r\n`],
  ["a line end within a header", `GET / HTTP/1.1\r\n${head}X-A: b\rc\r\n\r\n`],
  ["no HTTP at all", "HELO tribune\r\n\r\n"],
])("a request that two servers could read in two ways is refused: %s", async (_what, bytes) => {
  expect(await write(bytes)).toMatch(/^HTTP\/1\.1 400 /);
});

test("those who send slowly hold nobody else up", async () => {
  const { hostname, port } = new URL(tribune.url());
  const slow = Array.from({ length: 300 }, () =>
    connect(Number(port), hostname).on("error", () => undefined),
  );
  await Promise.all(slow.map((socket) => once(socket, "connect")));
  for (const socket of slow)
    socket.write(
      `POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: ${tribune.url()}\r\nContent-Length: 900\r\n`,
    );
  expect((await ask(tribune.url(), "/letters")).status).toBe(200);
  expect((await post(tribune.url(), "/preferences", { theme: "dark" })).status).toBeLessThan(400);
  for (const socket of slow) socket.destroy();
});

test("those who never end are told so and lose their connection, while others are answered", async () => {
  const { hostname, port } = new URL(tribune.url());
  const line = `HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: ${tribune.url()}\r\n`;
  const form = `POST /login ${line}Content-Type: application/x-www-form-urlencoded\r\n`;
  const endless = [
    { begins: "GET /", drop: "a" },
    { begins: `GET /letters ${line}X-Slow: `, drop: "a" },
    { begins: `GET /letters ${line}`, drop: "X-Many: a\r\n" },
    { begins: `GET /collab ${line}Upgrade: websocket\r\nConnection: Upgrade\r\nX-Slow: `, drop: "a" },
    { begins: `${form}Content-Length: 900\r\n\r\nemail=`, drop: "a" },
    { begins: `${form}Transfer-Encoding: chunked\r\n\r\n6\r\nemail=\r\n`, drop: "1\r\na\r\n" },
  ].map(({ begins, drop }) => {
    const socket = connect(Number(port), hostname);
    let answer = "";
    socket.setEncoding("latin1").on("data", (text: string) => (answer += text));
    socket.on("error", () => undefined);
    socket.write(begins);
    return { socket, drop, answer: once(socket, "close").then(() => answer) };
  });
  const others: Promise<number>[] = [];
  // Byte by byte, so that none of them is ever idle.
  const dripping = setInterval(() => {
    for (const { socket, drop } of endless) if (socket.writable) socket.write(drop);
    others.push(ask(tribune.url(), "/letters").then(({ status }) => status));
  }, 1000);
  const answers = await Promise.all(endless.map(({ answer }) => answer)).finally(() =>
    clearInterval(dripping),
  );
  for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(new Set(await Promise.all(others))).toEqual(new Set([200]));
}, 180_000);

test("an address that is too long, or a body in pieces that is too large, is refused while it comes", async () => {
  expect(await write(`GET /${"a".repeat(20_000)} HTTP/1.1\r\n${head}\r\n`)).toContain(" 431 ");
  const pieces = `POST /login HTTP/1.1\r\n${head}Origin: ${tribune.url()}\r\nTransfer-Encoding: chunked\r\n\r\n`;
  const piece = `10000\r\n${"a".repeat(0x10000)}\r\n`;
  expect(await write(pieces + piece.repeat(17))).toContain(" 413 ");
  expect(await write(`${pieces}1;${"a".repeat(20_000)}\r\na\r\n0\r\n\r\n`)).toMatch(/ 4\d\d /);
  // Who says that it is small is believed no further than that.
  const lie = `POST /login HTTP/1.1\r\n${head}Origin: ${tribune.url()}\r\nContent-Length: 2\r\n\r\n`;
  expect(await write(`${lie}a=${"a".repeat(20_000)}`)).toMatch(/^HTTP\/1\.1 4\d\d /);
});

test("a form of very many fields, or parts, is read and refused like another", async () => {
  const fields = Array.from({ length: 100_000 }, (_each, number) => `f${number}=`).join("&");
  const type = { "Content-Type": "application/x-www-form-urlencoded", Origin: tribune.url() };
  const many = await ask(tribune.url(), "/login", { method: "POST", headers: type, body: fields });
  expect(many.status).toBe(400);
  const same = await ask(tribune.url(), "/login", {
    method: "POST",
    headers: type,
    body: "email=a&".repeat(100_000),
  });
  expect(same.status).toBe(400);
  const part = '--b\r\nContent-Disposition: form-data; name="f"\r\n\r\n\r\n';
  const parts = await ask(tribune.url(), "/login", {
    ...{ method: "POST", body: `${part.repeat(15_000)}--b--\r\n` },
    headers: { ...type, "Content-Type": "multipart/form-data; boundary=b" },
  });
  expect(parts.status).toBe(400);
  const named = await ask(tribune.url(), "/login", {
    ...{ method: "POST", body: "__proto__=a&constructor=b&email=x&password=y&toString=z" },
    headers: type,
  });
  expect(named.status).toBe(400);
});

describe("JSON for the interface of programs", () => {
  const call = (body: string, Authorization: string) =>
    ask(tribune.url(), "/api/v1/drafts", {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization },
      body,
    });
  const nested = `${'{"a":'.repeat(150_000)}1${"}".repeat(150_000)}`;

  test.each([
    ["nested without end", nested, 400],
    ["lists in lists", "[".repeat(500_000), 400],
    ["a document that is nested without end", `{"title":"Deep","addressees":[],"document":${nested}}`, 400],
    [
      "a text that is nested without end",
      `{"title":"Deep","addressees":[],"text":"${"> ".repeat(100_000)}a"}`,
      422,
    ],
    [
      "very many names",
      `{${Array.from({ length: 60_000 }, (_each, number) => `"n${number}":1`).join()}}`,
      422,
    ],
    ["names of its own", '{"__proto__":{"title":"x"},"constructor":{"prototype":{"title":"x"}}}', 422],
    ["a number without end", `{"title":${"9".repeat(500_000)}}`, 422],
    ["more than there may be", `{"title":"${"a".repeat(1_100_000)}"}`, 413],
  ])("%s", async (_what, body, status) => {
    const token = await makeApiToken();
    for (const authorization of ["", "Bearer wrong"])
      expect([401, 413]).toContain((await call(body, authorization)).status);
    const answer = await call(body, `Bearer ${token}`);
    expect([answer.status, typeof JSON.parse(answer.text)]).toEqual([status, "object"]);
    expect((await ask(tribune.url(), "/healthz")).status).toBe(200);
  });
});

test("a line end in what is typed makes no header of a mail", async () => {
  const email = "header@example.org";
  const name = "Eve\r\nBcc: everybody@example.org\r\n\r\nBody";
  await post(tribune.url(), "/join", { name, email, password: "a quiet long phrase" });
  await post(tribune.url(), "/join", {
    name: "Eve",
    email: "a@example.org\r\nBcc: b@example.org",
    password: "a quiet long phrase",
  });
  await post(tribune.url(), "/forgotten-password", { email: "c@example.org\nBcc: d@example.org" });
  const mails = await tribune.sql()<
    { to: string; subject: string }[]
  >`select to_address as to, subject from mails`;
  for (const { to, subject } of mails) expect(to + subject).not.toMatch(/[\r\n]|Bcc/);
  expect(mails.map(({ to }) => to)).toContain(email);
});

/** Longest inputs of the fields that patterns read, of a shape that makes careless ones go back and forth. */
const evil = [
  "a".repeat(50_000),
  `${"a@".repeat(25_000)}`,
  `${" ".repeat(50_000)}x`,
  `${"[".repeat(25_000)}](`,
  `${"*a".repeat(25_000)}`,
  `http://${"a.".repeat(25_000)}`,
];

test("long input of an evil shape costs no more than a plain one of its length", async () => {
  const spent = async (value: string) => {
    const before = await cpuSeconds();
    for (const [path, field] of [
      ["/join", "email"],
      ["/join", "name"],
      ["/login", "next"],
      ["/forgotten-password", "email"],
    ] as const)
      expect((await post(tribune.url(), path, { [field]: value })).status).toBeLessThan(500);
    return (await cpuSeconds()) - before;
  };
  // Work of the process, not time on a clock: a pattern that goes back and forth over 50,000 signs takes minutes.
  for (const value of evil) expect(await spent(value), value.slice(0, 12)).toBeLessThan(5);
}, 120_000);

async function cpuSeconds(): Promise<number> {
  const { text } = await ask(tribune.url(), "/metrics");
  return Number(/^process_cpu_seconds_total (\S+)$/m.exec(text)?.[1] ?? NaN);
}
