import { expect, test } from "vitest";
import { limitKey } from "#app/requests/limit.server.ts";
import { samples } from "#db/seed/sample-content.ts";
import { type Answer, post } from "../asking.ts";
import { makeProof } from "../proof-of-work.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
const open = samples.find(
  ({ publishedDaysAgo, closesInDays }) => publishedDaysAgo !== null && (closesInDays ?? 1) > 0,
);
const password = "a quiet long phrase";

test.each<[string, Record<string, string>, string]>([
  ["/login", { password }, "email"],
  ["/forgotten-password", {}, "email"],
  ["/join", { name: "Ada Kept", password }, "name"],
  [`/letters/${open?.slug}/sign`, { name: "Ada Kept", statement: "Kept words." }, "statement"],
])(
  "%s asked too often answers 429, says when to come back, and keeps what was typed",
  async (path, typed, field) => {
    const fields: Record<string, string> = { ...typed, email: "often@example.org" };
    let answer: Answer | undefined;
    // Each try claims to be somebody else: no proxy is trusted here, so none is believed.
    for (let tries = 0; answer?.status !== 429 && tries < 15; tries++)
      answer = await post(
        tribune.url(),
        path,
        { ...fields, proof: await makeProof() },
        { "X-Forwarded-For": `203.0.113.${tries}` },
      );
    expect(answer?.status).toBe(429);
    expect(answer?.headers["retry-after"]).toMatch(/^[1-9]\d{0,3}$/);
    expect(answer?.text).toContain("That was tried too often.");
    expect(answer?.text).toContain(fields[field]);
    expect(answer?.text).not.toContain(password);
  },
);

test("what a network may do is counted by its real address, not by X-Forwarded-For", async () => {
  const [before] = await tribune.sql()<{ keys: number }[]>`
    select count(*)::int as keys from rate_limits where key like 'log-in by network:%'`;
  for (let tries = 0; tries < 3; tries++)
    await post(
      tribune.url(),
      "/login",
      { email: `guess-${tries}@example.org`, password },
      { "X-Forwarded-For": `198.51.100.${tries}`, Forwarded: `for=198.51.100.${tries}` },
    );
  const keys = await tribune.sql()<{ key: string }[]>`
    select key from rate_limits where key like 'log-in by network:%'`;
  expect(before?.keys).toBe(1);
  expect(keys.map(({ key }) => key)).toEqual([limitKey("log-in by network", "127.0.0.1")]);
});
