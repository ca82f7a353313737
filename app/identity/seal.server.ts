import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { keyFor } from "#app/accounts/secret.server.ts";

const cipher = "aes-256-gcm";
/** NIST SP 800-38D: 96 random bits are the nonce that GCM is made for; a handful of secrets never comes near its limit. */
const nonceLength = 12;
const tagLength = 16;

const key = () => keyFor("provider secrets");

/**
 * A secret as it is kept: nonce, tag, ciphertext. It is bound to whom it belongs to (`owner`), so that a row that is
 * copied to another organisation opens nothing.
 */
export function seal(secret: string, owner: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const sealing = createCipheriv(cipher, key(), nonce).setAAD(Buffer.from(owner));
  const text = Buffer.concat([sealing.update(secret, "utf8"), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), text]);
}

/** What was sealed, or null when SECRET_KEY is another one by now or the bytes were changed. */
export function unseal(sealed: Uint8Array, owner: string): string | null {
  const bytes = Buffer.from(sealed);
  if (bytes.length < nonceLength + tagLength) return null;
  try {
    const opening = createDecipheriv(cipher, key(), bytes.subarray(0, nonceLength), {
      authTagLength: tagLength,
    })
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
    return opening.update(bytes.subarray(nonceLength + tagLength), undefined, "utf8") + opening.final("utf8");
  } catch {
    return null;
  }
}
