import { expect, test } from "vitest";
import { joinCookie, readJoinCookie } from "#app/requests/join-cookie.ts";

const sent = (cookie: string) => new Headers({ cookie });

test("the browser that asked to join is known by a cookie for this very host, hidden from scripts, for a day", () => {
  const cookie = joinCookie("a-token", "https://tribune.example");
  expect(cookie.split("; ").sort()).toEqual(
    ["HttpOnly", "Max-Age=86400", "Path=/", "SameSite=Lax", "Secure", "__Host-join=a-token"].sort(),
  );
  expect(readJoinCookie(sent(cookie.split(";")[0] ?? ""), "https://tribune.example")).toBe("a-token");
});

test("without https it is not bound to https, or a browser would refuse it", () => {
  expect(joinCookie("a-token", "http://localhost:3000")).not.toMatch(/secure/i);
});

test.each(["", "joint=x", "x=join=y", "join", "join=%ff"])(
  "a Cookie header %j holds no token of it",
  (cookie) => {
    expect(readJoinCookie(sent(cookie), "http://localhost:3000") ?? "").toBe("");
  },
);
