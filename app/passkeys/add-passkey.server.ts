import { type RegistrationResponseJSON, verifyRegistrationResponse } from "@simplewebauthn/server";
import { z } from "zod";
import type { Account } from "#app/accounts/account.ts";
import { passkeyAddedMessage } from "#app/mail/passkey-messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { sql } from "#db/sql.ts";
import { takeChallenge } from "./challenge.server.ts";
import { passkeyLimits } from "./passkey.ts";
import type { RelyingParty } from "./relying-party.ts";
import { readCredential } from "./show-passkey.server.ts";

/** What passkeys sign with (COSE): Ed25519, ES256, RS256. Every authenticator there is knows one of them. */
export const algorithms = [-8, -7, -257];

const transports = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"] as const;
type Transport = (typeof transports)[number];
const isTransport = (value: string): value is Transport => transports.some((each) => each === value);

const Made = z.object({
  id: z.string().min(1).max(1400),
  rawId: z.string().min(1).max(1400),
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: z.string().min(1).max(4000),
    attestationObject: z.string().min(1).max(20_000),
    // Lists get longer: what is not known yet is left out.
    transports: z
      .array(z.string().max(40))
      .max(20)
      .default([])
      .transform((given) => given.filter(isTransport)),
  }),
});

/**
 * Takes a new passkey of an account (RegistrationResponseJSON), and mails its address that there is one more.
 * @param sessionHash the session that the challenge was given to
 */
export async function addPasskey(
  account: Account,
  wish: { name: string; sent: string; sessionHash: string; relyingParty: RelyingParty },
): Promise<{ outcome: "added" | "refused" | "known" | "too-many" }> {
  const refused = { outcome: "refused" as const };
  const made = readCredential(Made, wish.sent);
  if (!made) return refused;
  const challenge = await takeChallenge("add", wish.sessionHash, made.response.clientDataJSON);
  if (challenge === null) return refused;
  const verified = await verify({ ...made, clientExtensionResults: {} }, challenge, wish.relyingParty);
  if (!verified) return refused;
  const { credential, credentialDeviceType, credentialBackedUp } = verified;
  return sql.begin(async (tx) => {
    // One at a time, so that two do not pass the limit together.
    const held = await tx`select 1 from passkey_holders where account_id = ${account.id} for update`;
    if (held.count === 0) return refused;
    const [{ count } = { count: 0 }] = await tx<{ count: number }[]>`
      select count(*)::int as count from passkeys where account_id = ${account.id}`;
    if (count >= passkeyLimits.each) return { outcome: "too-many" as const };
    const added = await tx`
      insert into passkeys (account_id, credential, public_key, counter, transports, backup_eligible, backed_up, name)
      values (${account.id}, ${credential.id}, ${Buffer.from(credential.publicKey)}, ${credential.counter},
        ${made.response.transports}, ${credentialDeviceType === "multiDevice"}, ${credentialBackedUp}, ${wish.name})
      on conflict (credential) do nothing`;
    if (added.count === 0) return { outcome: "known" as const };
    const settings = `${wish.relyingParty.origin}/settings/passkeys`;
    const message = passkeyAddedMessage(account.language, wish.name, settings);
    await queueMail(tx, account.email, account.language, message);
    return { outcome: "added" as const };
  });
}

async function verify(response: RegistrationResponseJSON, challenge: string, relyingParty: RelyingParty) {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: relyingParty.origin,
      expectedRPID: relyingParty.id,
      supportedAlgorithmIDs: algorithms,
      requireUserVerification: true,
    });
    return verified ? registrationInfo : null;
  } catch {
    // The library throws for each rule that is broken; without attestation it asks nothing of anybody.
    return null;
  }
}
