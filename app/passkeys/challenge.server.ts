import { hashToken, newToken } from "#app/accounts/secret.server.ts";
import { sql } from "#db/sql.ts";
import type { Purpose } from "./passkey.ts";

/**
 * A challenge for an authenticator to sign, good once, for five minutes: 192 random bits in base64url.
 * @param boundHash the hash of the session or of the browser's cookie: nobody else can answer it
 */
export async function giveChallenge(purpose: Purpose, boundHash: string): Promise<string> {
  const challenge = newToken();
  await sql`
    insert into passkey_challenges (challenge_hash, purpose, bound_hash, expires_at)
    values (${hashToken(challenge)}, ${purpose}, ${boundHash}, now() + interval '5 minutes')`;
  return challenge;
}

/**
 * Uses up the challenge that a browser says was signed, in a transaction of its own: whatever the answer is worth, it
 * cannot be tried twice.
 * @param clientData the answer's clientDataJSON in base64url; nothing of it is believed but which challenge it names
 * @returns the challenge, or null when there is none of that purpose for that session or browser (any more)
 */
export async function takeChallenge(
  purpose: Purpose,
  boundHash: string,
  clientData: string,
): Promise<string | null> {
  const challenge = challengeIn(clientData);
  if (challenge === null) return null;
  const taken = await sql`
    delete from passkey_challenges
    where challenge_hash = ${hashToken(challenge)} and purpose = ${purpose} and bound_hash = ${boundHash}
      and expires_at > now()`;
  return taken.count === 1 ? challenge : null;
}

function challengeIn(clientData: string): string | null {
  try {
    const read = JSON.parse(Buffer.from(clientData, "base64url").toString("utf8")) as unknown;
    const named = typeof read === "object" && read !== null && "challenge" in read ? read.challenge : null;
    return typeof named === "string" ? named : null;
  } catch {
    // No JSON: sent by no browser.
    return null;
  }
}

/** Challenges and half log-ins that ran out. @returns how many */
export async function sweepPasskeys(): Promise<number> {
  const challenges = await sql`delete from passkey_challenges where expires_at <= now()`;
  const begun = await sql`delete from begun_log_ins where expires_at <= now()`;
  return challenges.count + begun.count;
}
