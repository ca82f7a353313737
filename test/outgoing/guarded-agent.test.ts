import { once } from "node:events";
import { createServer, get, type Server } from "node:http";
import type { AddressInfo, LookupFunction } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filteringAgent } from "#app/outgoing/guarded-agent.server.ts";

/** What listens on this machine alone, and nobody from outside may have us ask. */
let inside: Server;
let port: number;
let asked = 0;
beforeAll(async () => {
  inside = createServer((_request, response) => {
    asked++;
    response.end("inside");
  }).listen(0, "127.0.0.1");
  await once(inside, "listening");
  ({ port } = inside.address() as AddressInfo);
});
afterAll(() => inside.close());

/** A name whose answers change from question to question; the last one stays. */
function rebinding(...answers: string[][]): LookupFunction {
  let questions = 0;
  return (_name, options, callback) => {
    const addresses = answers[Math.min(questions++, answers.length - 1)] ?? [];
    const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    if (options.all) callback(null, found);
    else callback(null, found[0]?.address ?? "", found[0]?.family);
  };
}

/** Asks for a page by that name; the code of what went wrong, or what was answered. */
const answerOf = (lookup: LookupFunction, allowed: string[] = []): Promise<string> =>
  new Promise((resolve) => {
    const agent = filteringAgent("http:", { lookup, allowed });
    const request = get({ host: "changes.example", port, agent, timeout: 500 }, (response) => {
      response.setEncoding("utf8").on("data", resolve);
    });
    request.on("timeout", () => request.destroy());
    request.on("error", ({ message }) => resolve(message));
  });

test("a name that leads to this machine is reached where that is allowed: the test would see it", async () => {
  expect(await answerOf(rebinding(["127.0.0.1"]), ["127.0.0.0/8"])).toBe("inside");
  expect(asked).toBe(1);
});

test.each([
  ["this machine", ["127.0.0.1"]],
  ["a network of one's own", ["10.0.0.7"]],
  ["where clouds keep their secrets", ["169.254.169.254"]],
  ["this machine by IPv6", ["::1"]],
  ["this machine in the clothes of IPv6", ["::ffff:127.0.0.1"]],
  ["a public address and this machine at once", ["192.0.66.2", "127.0.0.1"]],
])("a name that leads to %s is refused before anything is sent", async (_what, addresses) => {
  const before = asked;
  expect(await answerOf(rebinding(addresses))).toMatch(/not allowed/i);
  expect(asked).toBe(before);
});

test("a name that was public when it was looked at and leads here when it is asked again gains nothing", async () => {
  const before = asked;
  const lookup = rebinding(["192.0.66.2"], ["127.0.0.1"]);
  // Public: nothing forbids it, whether or not this network reaches it.
  expect(await answerOf(lookup)).not.toMatch(/not allowed/i);
  expect(await answerOf(lookup)).toMatch(/not allowed/i);
  expect(asked).toBe(before);
});
