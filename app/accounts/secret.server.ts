import { hash, verify } from "@node-rs/argon2";
import { createHash, randomBytes, hkdfSync } from "node:crypto";

/** OWASP's second choice for Argon2id: 19 MiB, two passes, one lane; 10 to 15 ms here. */
const cost = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

/** The Argon2id hash of a password, in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

let decoy: Promise<string> | undefined;

/**
 * Whether `password` is the one behind `stored`. Without a stored hash it works as long and answers false, so
 * that the time of an answer does not tell whether an address is known.
 */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(18).toString("base64url"));
  const right = await verify(stored ?? (await decoy), password.normalize("NFKC"));
  return right && Boolean(stored);
}

/** A key of 32 bytes for one purpose, made of SECRET_KEY (HKDF, RFC 5869): what one is good for, another is not. */
export function keyFor(purpose: string): Buffer {
  const secret = process.env.SECRET_KEY;
  if (!secret) throw new Error("SECRET_KEY is not set");
  return Buffer.from(hkdfSync("sha256", secret, "", `tribune ${purpose}`, 32));
}

/** A secret for a link or a cookie: 192 random bits, 32 characters of base64url. */
export function newToken(): string {
  return randomBytes(24).toString("base64url");
}

/** What is stored of a token: its SHA-256 in hex. Whoever reads the database cannot act with it. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
