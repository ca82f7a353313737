import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { ask, post } from "../asking.ts";
import { useTribune } from "../server/tribune.ts";

const tribune = useTribune();

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
