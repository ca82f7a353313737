import { describe, expect, test } from "vitest";
import { ask, post } from "../asking.ts";
import { useTribune } from "./tribune.ts";

const origin = "https://tribune.test";
const tribune = useTribune({ PUBLIC_URL: origin });
const fromOurPage = { Origin: origin };
const cookies = (lines: string | string[] | undefined) => [lines ?? []].flat();

describe("published under https", () => {
  test("nothing is seeded, and kept mail is for administrators alone", async () => {
    const [row] = await tribune.sql()<{ accounts: number }[]>`select count(*)::int as accounts from accounts`;
    expect(row?.accounts).toBe(0);
    expect((await ask(tribune.url(), "/dev/mail")).status).toBe(404);
  });

  test("browsers are told to come by https only", async () => {
    for (const path of ["/", "/nothing", "/%ff", "/favicon.svg", "/healthz"])
      expect((await ask(tribune.url(), path)).headers["strict-transport-security"], path).toMatch(
        /max-age=\d{8}/,
      );
  });

  test("every cookie is Secure, HttpOnly and SameSite, and the session is bound to the host", async () => {
    const wish = { name: "Ada", email: "ada@example.org", password: "a quiet long phrase" };
    const joined = await post(tribune.url(), "/join", wish, fromOurPage);
    const [mail] = await tribune.sql()<{ body: string }[]>`select body from mails order by id desc limit 1`;
    const link = /https:\/\/tribune\.test(\/confirm-address\/\S+)/.exec(mail?.body ?? "")?.[1] ?? "";
    const intent = { intent: "join", password: wish.password };
    const confirmed = await post(tribune.url(), link, intent, fromOurPage);
    const preferred = await post(
      tribune.url(),
      "/preferences",
      { theme: "dark", language: "fr" },
      fromOurPage,
    );
    const left = await post(tribune.url(), "/logout", {}, { ...fromOurPage, Cookie: "__Host-session=gone" });
    const set = [joined, confirmed, preferred, left].map(({ headers }) => cookies(headers["set-cookie"]));
    expect(set.map((lines) => lines.map((line) => line.split("=")[0]))).toEqual([
      ["__Host-join", "__Host-fresh"],
      ["__Host-session", "__Host-fresh"],
      ["__Host-language", "__Host-theme", "__Host-fresh"],
      ["__Host-session", "__Host-fresh"],
    ]);
    for (const line of set.flat()) {
      expect(line).toMatch(/; HttpOnly/);
      expect(line).toMatch(/; SameSite=Lax/);
      expect(line).toMatch(/; Secure/);
      expect(line).not.toMatch(/; Domain/);
    }
  });

  test("a form from the address behind the proxy is foreign, whatever the proxy's headers say", async () => {
    const forwarded = { "X-Forwarded-Proto": "https", "X-Forwarded-Host": "tribune.test" };
    for (const Origin of [tribune.url(), "http://tribune.test"])
      expect((await post(tribune.url(), "/preferences", {}, { Origin, ...forwarded })).status).toBe(403);
  });
});
