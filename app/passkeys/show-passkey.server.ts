import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from "@simplewebauthn/server";
import { z } from "zod";
import { logSecurity } from "#app/server/log.ts";
import { sql } from "#db/sql.ts";
import { takeChallenge } from "./challenge.server.ts";
import type { Purpose } from "./passkey.ts";
import type { RelyingParty } from "./relying-party.ts";

const part = z.string().min(1).max(4000);
const Shown = z.object({
  id: part,
  rawId: part,
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: part,
    authenticatorData: part,
    signature: part,
    userHandle: z.string().max(200).nullish(),
  }),
});

type Row = {
  id: number;
  accountId: number;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  handle: string;
};

/** What a browser sent as JSON, read by a schema; null when it is no such thing. */
export function readCredential<Schema extends z.ZodType>(
  schema: Schema,
  sent: string,
): z.output<Schema> | null {
  try {
    return schema.safeParse(JSON.parse(sent)).data ?? null;
  } catch {
    // No JSON: sent by no script of ours.
    return null;
  }
}

type Wish = {
  purpose: Exclude<Purpose, "add">;
  boundHash: string;
  accountId: number | null;
  relyingParty: RelyingParty;
};
type Outcome = { outcome: "shown"; accountId: number } | { outcome: "refused" };

/**
 * Takes a passkey that a browser shows (AuthenticationResponseJSON), by WebAuthn's rules: the challenge is ours and
 * unused, origin and domain are ours, whoever holds the authenticator was verified by it, its signature is right and its
 * counter has moved. Every other case is one outcome: which of them it was helps nobody but a forger.
 * @param wish.accountId whose it has to be; null when it is the passkey that says who somebody is
 */
export async function showPasskey(sent: string, wish: Wish): Promise<Outcome> {
  const answer = await checkPasskey(sent, wish);
  if (answer.outcome === "refused")
    logSecurity("passkey-refused", { account: wish.accountId, way: wish.purpose });
  return answer;
}

async function checkPasskey(sent: string, wish: Wish): Promise<Outcome> {
  const refused = { outcome: "refused" as const };
  const shown = readCredential(Shown, sent);
  if (!shown) return refused;
  const challenge = await takeChallenge(wish.purpose, wish.boundHash, shown.response.clientDataJSON);
  if (challenge === null) return refused;
  return sql.begin(async (tx) => {
    const [passkey] = await tx<Row[]>`
      select p.id, p.account_id as "accountId", p.public_key as "publicKey", p.counter::float8 as counter, h.handle
      from passkeys p join passkey_holders h on h.account_id = p.account_id
      join accounts a on a.id = p.account_id and a.deleted_at is null
      where p.credential = ${shown.id} for update of p`;
    if (!passkey || (wish.accountId !== null && passkey.accountId !== wish.accountId)) return refused;
    const { userHandle } = shown.response;
    // Who says by the passkey alone who they are must show the name that it was made for (WebAuthn 7.2, step 6).
    if (userHandle ? userHandle !== passkey.handle : wish.accountId === null) return refused;
    const verified = await verify(shown, challenge, passkey, wish.relyingParty);
    if (!verified) return refused;
    await tx`
      update passkeys set counter = ${verified.newCounter}, backed_up = ${verified.credentialBackedUp}, used_at = now()
      where id = ${passkey.id}`;
    return { outcome: "shown" as const, accountId: passkey.accountId };
  });
}

async function verify(
  shown: z.output<typeof Shown>,
  challenge: string,
  { publicKey, counter }: Row,
  relyingParty: RelyingParty,
) {
  const response: AuthenticationResponseJSON = {
    ...shown,
    response: { ...shown.response, userHandle: shown.response.userHandle ?? undefined },
    clientExtensionResults: {},
  };
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: relyingParty.origin,
      expectedRPID: relyingParty.id,
      credential: { id: shown.id, publicKey: new Uint8Array(publicKey), counter },
      requireUserVerification: true,
    });
    return verified ? authenticationInfo : null;
  } catch {
    // The library throws for each rule that is broken, and asks nothing of the database or the network.
    return null;
  }
}
