import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { judgeEffort, makeChallenge } from "#app/signatures/prove-effort.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeProof } from "../proof-of-work.ts";

useDatabase();
beforeAll(() => sql`select 1`);
afterEach(() => vi.useRealTimers());

const here = "192.0.2.1";
const later = (seconds: number) => vi.useFakeTimers({ now: Date.now() + seconds * 1000, toFake: ["Date"] });
const encoded = (proof: unknown) => Buffer.from(JSON.stringify(proof)).toString("base64");
const decoded = (proof: string) =>
  JSON.parse(Buffer.from(proof, "base64").toString()) as {
    challenge: { parameters: Record<string, unknown>; signature: string };
    solution: { counter: number; derivedKey: string };
  };

describe("a proof of work", () => {
  test("is found by searching, as a browser does, and is good once", async () => {
    const challenge = await makeChallenge();
    expect(JSON.stringify(challenge), "the server keeps the counter to itself").not.toContain("counter");
    const solution = await solveChallenge({ challenge, deriveKey });
    const proof = encoded({ challenge, solution });
    expect(await judgeEffort({ proof }, here)).toEqual({ outcome: "proved" });
    expect((await judgeEffort({ proof }, here)).outcome, "it is spent").toBe("wait");
  });

  test("of whoever has the key needs no search", async () => {
    expect(await judgeEffort({ proof: await makeProof() }, here)).toEqual({ outcome: "proved" });
  });

  test("is good for twenty minutes", async () => {
    const [early, late] = [await makeProof(), await makeProof()];
    later(19 * 60);
    expect((await judgeEffort({ proof: early }, here)).outcome).toBe("proved");
    later(61);
    expect((await judgeEffort({ proof: late }, here)).outcome).toBe("wait");
  });

  test.each<[string, (proof: string) => string]>([
    [
      "another solution",
      (proof) => {
        const { challenge, solution } = decoded(proof);
        return encoded({ challenge, solution: { ...solution, derivedKey: "0".repeat(64) } });
      },
    ],
    [
      "a challenge made easier",
      (proof) => {
        const { challenge, solution } = decoded(proof);
        return encoded({
          challenge: { ...challenge, parameters: { ...challenge.parameters, expiresAt: 9_999_999_999 } },
          solution,
        });
      },
    ],
    [
      "no signature",
      (proof) => {
        const { challenge, solution } = decoded(proof);
        return encoded({ challenge: { parameters: challenge.parameters }, solution });
      },
    ],
    ["altcha's own test answer", () => encoded({ challenge: null, solution: null, test: true })],
    ["nothing", () => ""],
    ["no JSON", () => "%%%"],
    ["a number", () => encoded(1)],
    ["too much", (proof) => proof + " ".repeat(10_000)],
  ])("is refused: %s", async (_what, change) => {
    const proof = change(await makeProof());
    expect((await judgeEffort({ proof }, here)).outcome).toBe("wait");
  });

  test("made with another key is refused", async () => {
    const right = process.env.SECRET_KEY;
    process.env.SECRET_KEY = "another key, which has 32 characters too";
    const proof = await makeProof();
    process.env.SECRET_KEY = right;
    expect((await judgeEffort({ proof }, here)).outcome).toBe("wait");
  });
});

describe("who sends no proof", () => {
  async function begin(): Promise<string> {
    const judged = await judgeEffort({}, here);
    if (judged.outcome !== "wait") throw new Error("nobody waited");
    expect(judged.seconds).toBe(15);
    return judged.wait;
  }

  test("waits fifteen seconds, is told how many are left, and is taken once", async () => {
    const wait = await begin();
    later(5.5);
    expect(await judgeEffort({ wait }, here), "the wait goes on").toEqual({
      outcome: "wait",
      wait,
      seconds: 10,
    });
    later(10);
    expect(await judgeEffort({ wait }, here)).toEqual({ outcome: "proved" });
    expect((await judgeEffort({ wait }, here)).outcome, "it is spent").toBe("wait");
  });

  test("waits anew after an hour, from another network, and with a token nobody gave", async () => {
    const wait = await begin();
    later(20);
    const elsewhere = await judgeEffort({ wait }, "192.0.2.2");
    expect(elsewhere).toMatchObject({ outcome: "wait", seconds: 15 });
    const [begun = "", ...rest] = wait.split(".");
    const older = [(parseInt(begun, 36) - 60_000).toString(36), ...rest].join(".");
    for (const made of [older, `${wait}.x`, "", "..", "a.b.c"])
      expect(await judgeEffort({ wait: made }, here), made).toMatchObject({ outcome: "wait", seconds: 15 });
    later(3600);
    expect(await judgeEffort({ wait }, here)).toMatchObject({ outcome: "wait", seconds: 15 });
  });

  test("waits as long as the setting says", async () => {
    process.env.SLOW_SIGNING_SECONDS = "3";
    try {
      expect(await judgeEffort({}, here)).toMatchObject({ seconds: 3 });
    } finally {
      delete process.env.SLOW_SIGNING_SECONDS;
    }
  });
});
