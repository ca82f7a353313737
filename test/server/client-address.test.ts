import { describe, expect, test } from "vitest";
import { post } from "../asking.ts";
import { useTribune } from "./tribune.ts";

const perNetwork = 30;
let asked = 0;

/** Asks to join with an address that nobody used before, so that only the network can be what is limited. */
const join = async (url: string, forwardedFor: string) => {
  const fields = { name: "Ada", email: `client-${++asked}@example.org`, password: "a quiet long phrase" };
  return (await post(url, "/join", fields, { "X-Forwarded-For": forwardedFor })).status;
};
const useUp = async (url: string, forwardedFor: (index: number) => string) => {
  for (let index = 0; index < perNetwork; index++) expect(await join(url, forwardedFor(index))).toBe(302);
};

describe("behind a proxy in TRUSTED_PROXIES", () => {
  const tribune = useTribune({ TRUSTED_PROXIES: "loopback" });

  test("each client has its own limit", async () => {
    await useUp(tribune.url(), () => "198.51.100.1");
    expect(await join(tribune.url(), "198.51.100.1")).toBe(429);
    expect(await join(tribune.url(), "198.51.100.2")).toBe(302);
  });

  test("what a client wrote before the address that the proxy saw counts for nothing", async () => {
    await useUp(tribune.url(), (index) => `203.0.113.${index}, 198.51.100.9`);
    expect(await join(tribune.url(), "203.0.113.200, 198.51.100.9")).toBe(429);
    expect(await join(tribune.url(), "127.0.0.1, 198.51.100.9")).toBe(429);
    expect(await join(tribune.url(), "198.51.100.10")).toBe(302);
  });

  test("the hosts of an IPv6 /64 share a limit", async () => {
    await useUp(tribune.url(), (index) => `2001:db8:5:5::${(index + 1).toString(16)}`);
    expect(await join(tribune.url(), "2001:db8:5:5:ffff::1")).toBe(429);
    expect(await join(tribune.url(), "2001:db8:5:6::1")).toBe(302);
  });
});

describe("without TRUSTED_PROXIES", () => {
  const tribune = useTribune();

  test("X-Forwarded-For is believed of nobody", async () => {
    await useUp(tribune.url(), (index) => `203.0.113.${index}`);
    expect(await join(tribune.url(), "203.0.113.200")).toBe(429);
  });
});
