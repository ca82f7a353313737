import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { forThisMachineAlone } from "#app/outgoing/guarded-agent.server.ts";
import { askWithBounds, ProviderFault } from "#app/identity/ask-provider.server.ts";

let server: Server;
let reached = 0;
let port = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    reached++;
    if (request.url === "/away") response.writeHead(302, { Location: `http://127.0.0.1:${port}/` });
    response.end("here");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());
afterEach(() => {
  delete process.env.PUBLIC_URL;
  delete process.env.HOST;
});

const outcomeOf = (asked: Promise<Response>) =>
  asked.then(
    (answer) => answer.status,
    (fault: unknown) => (fault instanceof ProviderFault ? fault.outcome : String(fault)),
  );

test("an address that somebody typed leads to no private network, whatever its name", async () => {
  process.env.PUBLIC_URL = "https://tribune.example.org";
  reached = 0;
  for (const host of ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"])
    expect(await outcomeOf(askWithBounds(`http://${host}:${port}/`, {}, { typed: true })), host).toBe(
      "provider-away",
    );
  for (const host of ["10.0.0.1", "192.168.1.1", "169.254.169.254", "[fd00::1]", "0.0.0.0"])
    expect(await outcomeOf(askWithBounds(`https://${host}/`, {}, { typed: true })), host).toBe(
      "provider-away",
    );
  expect(reached).toBe(0);
  // Without the guard it would have been reached.
  expect(await outcomeOf(askWithBounds(`http://127.0.0.1:${port}/`, {}, { typed: false }))).toBe(200);
  expect(reached).toBe(1);
});

test("on this machine alone a provider may be on this machine, but nowhere else that is private", async () => {
  expect(await outcomeOf(askWithBounds(`http://127.0.0.1:${port}/`, {}, { typed: true }))).toBe(200);
  expect(await outcomeOf(askWithBounds("http://169.254.169.254/", {}, { typed: true }))).toBe(
    "provider-away",
  );
});

test("no redirect is followed", async () => {
  reached = 0;
  expect(await outcomeOf(askWithBounds(`http://127.0.0.1:${port}/away`, {}, { typed: false }))).toBe(302);
  expect(reached).toBe(1);
});

test.each<[Record<string, string>, boolean]>([
  [{}, true],
  [{ PUBLIC_URL: "http://localhost:3000" }, true],
  [{ PUBLIC_URL: "http://127.0.0.1:3000", HOST: "127.0.0.1" }, true],
  [{ HOST: "::1" }, true],
  [{ PUBLIC_URL: "https://tribune.example.org" }, false],
  [{ PUBLIC_URL: "https://localhost.example.org" }, false],
  [{ HOST: "0.0.0.0" }, false],
])("for this machine alone: %j is %s", (environment, alone) => {
  Object.assign(process.env, environment);
  expect(forThisMachineAlone()).toBe(alone);
});
