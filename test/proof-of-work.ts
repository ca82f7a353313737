import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { makeChallenge } from "#app/signatures/prove-effort.server.ts";

/** The SECRET_KEY of the servers that tests start (test/tribune-server.ts), and of the tests themselves. */
export const testKey = "a key for tests, of more than 32 characters";

/**
 * The `proof` of a sign form, without searching: whoever knows the server's key makes a challenge whose solution they
 * know, of one round, and a browser does not. Each is good for one form and for 20 minutes.
 */
export async function makeProof(): Promise<string> {
  process.env.SECRET_KEY ??= testKey;
  const challenge = await makeChallenge({ counter: 1, cost: 1 });
  const { parameters } = challenge;
  const password = Buffer.concat([Buffer.from(parameters.nonce, "hex"), Buffer.from([0, 0, 0, 1])]);
  const { derivedKey } = await deriveKey(parameters, Buffer.from(parameters.salt, "hex"), password);
  const solution = { counter: 1, derivedKey: Buffer.from(derivedKey).toString("hex"), time: 0 };
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}
