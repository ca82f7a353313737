import { generateAuthenticationOptions, generateRegistrationOptions } from "@simplewebauthn/server";
import { randomBytes } from "node:crypto";
import { sql } from "#db/sql.ts";
import { algorithms } from "./add-passkey.server.ts";
import { giveChallenge } from "./challenge.server.ts";
import type { Purpose } from "./passkey.ts";
import type { RelyingParty } from "./relying-party.ts";

const timeout = 5 * 60_000;
const bytesOf = (base64url: string) => new Uint8Array(Buffer.from(base64url, "base64url"));

/** What a browser asks an authenticator for a new passkey with (PublicKeyCredentialCreationOptionsJSON). */
export async function askForNew(
  account: { id: number; email: string; name: string },
  boundHash: string,
  relyingParty: RelyingParty,
) {
  const handle = await handleOf(account.id);
  return generateRegistrationOptions({
    rpName: "Tribune",
    rpID: relyingParty.id,
    userName: account.email,
    userDisplayName: account.name,
    userID: bytesOf(handle),
    challenge: bytesOf(await giveChallenge("add", boundHash)),
    timeout,
    supportedAlgorithmIDs: algorithms,
    attestationType: "none",
    excludeCredentials: await credentialsOf(account.id),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
  });
}

/**
 * What a browser asks an authenticator to show a passkey with (PublicKeyCredentialRequestOptionsJSON).
 * @param accountId whose passkey is asked for; null for anybody's, when nobody has said yet who they are
 */
export async function askForPasskey(
  purpose: Exclude<Purpose, "add">,
  accountId: number | null,
  boundHash: string,
  relyingParty: RelyingParty,
) {
  return generateAuthenticationOptions({
    rpID: relyingParty.id,
    challenge: bytesOf(await giveChallenge(purpose, boundHash)),
    timeout,
    userVerification: "required",
    allowCredentials: accountId === null ? [] : await credentialsOf(accountId),
  });
}

/** The account's random name among authenticators: made at the first passkey, kept for all. */
async function handleOf(accountId: number): Promise<string> {
  const made = randomBytes(32).toString("base64url");
  const [holder] = await sql<{ handle: string }[]>`
    insert into passkey_holders (account_id, handle) values (${accountId}, ${made})
    on conflict (account_id) do update set handle = passkey_holders.handle returning handle`;
  if (!holder) throw new Error("the holder of passkeys was not written");
  return holder.handle;
}

async function credentialsOf(accountId: number): Promise<{ id: string; transports: string[] }[]> {
  return sql<{ id: string; transports: string[] }[]>`
    select credential as id, transports from passkeys where account_id = ${accountId} order by id`;
}
