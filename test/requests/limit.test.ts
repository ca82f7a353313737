import { describe, expect, test } from "vitest";
import {
  forgetAttempts,
  networkOf,
  sweepLimits,
  takeAttempt,
  wideNetworkOf,
} from "#app/requests/limit.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";

useDatabase();

describe("a network", () => {
  test.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["::ffff:cb00:7107", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2:aaaa::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("of %s is %s", (address, network) => expect(networkOf(address)).toBe(network));
});

describe("a wide network", () => {
  test.each([
    ["203.0.113.7", "203.0.113.0/24"],
    ["::ffff:203.0.113.7", "203.0.113.0/24"],
    ["::ffff:cb00:7107", "203.0.113.0/24"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
    ["2001:DB8:1:ffff::1", "2001:db8:1::/48"],
    ["2001:db8::1", "2001:db8:0::/48"],
    ["::1", "0:0:0::/48"],
  ])("of %s is %s", (address, network) => expect(wideNetworkOf(address)).toBe(network));
});

test("an address has ten tries to log in, whatever the network; another address has its own", async () => {
  const attempt = (email: string, network: number) =>
    takeAttempt({ "log-in by address": email, "log-in by network": `10.0.0.${network}` });
  for (let tries = 0; tries < 10; tries++) expect(await attempt("a@example.org", tries)).toBeNull();
  const wait = await attempt("a@example.org", 11);
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(900);
  expect(await attempt("b@example.org", 1)).toBeNull();
});

test("the right password gives the tries back", async () => {
  const attempt = () => takeAttempt({ "log-in by address": "right@example.org" });
  for (let tries = 0; tries < 11; tries++) await attempt();
  expect(await attempt()).not.toBeNull();
  await forgetAttempts("log-in by address", "right@example.org");
  expect(await attempt()).toBeNull();
});

test("a network has a hundred, whatever the address", async () => {
  const attempt = (index: number) =>
    takeAttempt({ "log-in by address": `${index}@example.org`, "log-in by network": "10.9.9.9" });
  for (let tries = 0; tries < 100; tries++) expect(await attempt(tries)).toBeNull();
  expect(await attempt(101)).not.toBeNull();
});

test("a limit that ran out is forgotten, and then deleted", async () => {
  for (let tries = 0; tries < 6; tries++) await takeAttempt({ "mail by address": "c@example.org" });
  expect(await takeAttempt({ "mail by address": "c@example.org" })).not.toBeNull();
  await sql`update rate_limits set expire = 1 where key like 'mail by address:%'`;
  expect(await takeAttempt({ "mail by address": "c@example.org" })).toBeNull();
  await sql`update rate_limits set expire = 1`;
  await sweepLimits();
  expect((await sql`select 1 from rate_limits`).count).toBe(0);
});

test("whom the network stops takes nothing from the address, which may be somebody else's", async () => {
  const attempt = (network: string) =>
    takeAttempt({ "join by network": network, "mail by address": "victim@example.org" });
  for (let tries = 0; tries < 30; tries++) await takeAttempt({ "join by network": "10.6.6.6" });
  for (let tries = 0; tries < 9; tries++) expect(await attempt("10.6.6.6")).not.toBeNull();
  for (let tries = 0; tries < 5; tries++) expect(await attempt("10.7.7.7")).toBeNull();
  expect(await attempt("10.7.7.7")).not.toBeNull();
});

test("a key of any length is taken", async () => {
  expect(await takeAttempt({ "log-in by address": "x".repeat(5000) })).toBeNull();
});

test("of many tries at the same moment only the allowed ones pass", async () => {
  const tries = Array.from({ length: 30 }, () => takeAttempt({ "log-in by address": "burst@example.org" }));
  expect((await Promise.all(tries)).filter((wait) => wait === null)).toHaveLength(10);
});

test("whoever changes the host part of an IPv6 address stays in the same network", async () => {
  const attempt = (host: number) =>
    takeAttempt({ "join by network": networkOf(`2001:db8:7:7::${host.toString(16)}`) });
  for (let host = 1; host <= 30; host++) expect(await attempt(host)).toBeNull();
  expect(await attempt(99)).not.toBeNull();
  expect(await takeAttempt({ "join by network": networkOf("2001:db8:7:8::1") })).toBeNull();
});

test("the same name under two limits is counted apart", async () => {
  for (let tries = 0; tries < 6; tries++) await takeAttempt({ "mail by address": "two@example.org" });
  expect(await takeAttempt({ "mail by address": "two@example.org" })).not.toBeNull();
  expect(await takeAttempt({ "log-in by address": "two@example.org" })).toBeNull();
});

test("sweeping leaves a limit that is still in force", async () => {
  for (let tries = 0; tries < 6; tries++) await takeAttempt({ "mail by address": "kept@example.org" });
  await sweepLimits();
  expect(await takeAttempt({ "mail by address": "kept@example.org" })).not.toBeNull();
});
