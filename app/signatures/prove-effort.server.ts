import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { keyFor } from "#app/accounts/secret.server.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { log } from "#app/server/log.ts";

/**
 * A browser tries counters until PBKDF2 gives the key that the server chose: 300 of them on average, each of 500
 * rounds, 50 ms on a laptop and 100 to 300 ms on a phone, while the server makes one.
 */
const algorithm = "PBKDF2/SHA-256";
const rounds = 500;
const counters = { least: 150, most: 450 };
/** How long a challenge is good for, in seconds; `effort once` remembers what was spent for as long. */
const challengeLasts = 20 * 60;

/** The two keys of challenges: one signs a challenge, the other its solution, so that to check it costs no search. */
function challengeKeys() {
  const key = keyFor("altcha").toString("hex");
  return { hmacSignatureSecret: key, hmacKeySignatureSecret: `${key} solution` };
}

/**
 * A challenge for a browser (altcha's widget), as JSON.
 * @param known the counter and the cost; chosen when they are not given. Whoever has the server's key knows a
 *   solution without searching: that is how its tests and benches sign.
 */
export function makeChallenge(known?: { counter: number; cost: number }) {
  return createChallenge({
    algorithm,
    deriveKey,
    cost: known?.cost ?? rounds,
    counter: known?.counter ?? randomInt(counters.least, counters.most),
    expiresAt: new Date(Date.now() + challengeLasts * 1000),
    ...challengeKeys(),
  });
}

const Proof = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal(algorithm),
      nonce: z.string().max(64),
      salt: z.string().max(64),
      // Checked here because the key signature is, and not the search.
      keySignature: z.string().length(64),
      cost: z.int().max(rounds),
      keyLength: z.literal(32),
      keyPrefix: z.string().max(64),
      expiresAt: z.int(),
    }),
    signature: z.string().length(64),
  }),
  solution: z.looseObject({ counter: z.int().nonnegative(), derivedKey: z.string().length(64) }),
});

/** Whether a form's `proof` solves a challenge of ours that has not expired and was not spent; it is spent by that. */
async function isProved(typed: string | undefined): Promise<boolean> {
  if (!typed || typed.length > 4000) return false;
  let proof;
  try {
    proof = Proof.safeParse(JSON.parse(Buffer.from(typed, "base64").toString("utf8")));
  } catch {
    return false;
  }
  if (!proof.success) return false;
  const { challenge, solution } = proof.data;
  const { verified } = await verifySolution({
    challenge,
    solution: { ...solution, time: 0 },
    deriveKey,
    ...challengeKeys(),
  });
  return verified && (await takeAttempt({ "effort once": challenge.parameters.nonce })) === null;
}

/** How long who proves nothing waits, in seconds: SLOW_SIGNING_SECONDS, 15 when it is not set. */
const slowness = () => Number(process.env.SLOW_SIGNING_SECONDS) || 15;
/** How long a form that waits is taken, in seconds. */
const waitLasts = 3600;

const sealOf = (begun: string, id: string, network: string) =>
  createHmac("sha256", keyFor("slow signing")).update(`${begun} ${id} ${network}`).digest("base64url");

/** A token that says when and where (by its seal alone) somebody began to wait. */
function beginWait(network: string): string {
  const begun = Date.now().toString(36);
  const id = randomBytes(9).toString("base64url");
  return `${begun}.${id}.${sealOf(begun, id, network)}`;
}

/** How many milliseconds ago the wait of a token began, or null when it is none of ours, or of another network. */
function waitedFor(token: string, network: string): { id: string; ms: number } | null {
  const [begun = "", id = "", seal = "", ...more] = token.split(".");
  const right = Buffer.from(sealOf(begun, id, network));
  const given = Buffer.from(seal);
  if (more.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return null;
  return { id, ms: Date.now() - parseInt(begun, 36) };
}

/**
 * Whether somebody made an effort to sign: their browser solved a challenge (`proof`), or they waited (`wait`, the
 * token of an earlier answer, once). A proof that is wrong, late or spent counts as none.
 * @param network the sender's, as limits know it: a wait is good for one network
 * @returns `wait` with the token to send again and after how many seconds, from 1 on
 */
export async function judgeEffort(
  { proof, wait = "" }: { proof?: string; wait?: string },
  network: string,
): Promise<{ outcome: "proved" } | { outcome: "wait"; wait: string; seconds: number }> {
  if (await isProved(proof)) return { outcome: "proved" };
  const waited = waitedFor(wait, network);
  if (waited && waited.ms < waitLasts * 1000) {
    const left = Math.ceil(slowness() - waited.ms / 1000);
    if (left > 0) return { outcome: "wait", wait, seconds: left };
    if ((await takeAttempt({ "effort once": waited.id })) === null) return { outcome: "proved" };
  }
  return { outcome: "wait", wait: beginWait(network), seconds: slowness() };
}

/** What becomes of a form whose hidden field is filled: nothing, and its sender is answered as always. */
export function fellIntoTrap() {
  log.info("a form filled the field that nobody sees: nothing was written");
  return { outcome: "mailed" as const };
}
