import { createHash, randomBytes } from "node:crypto";

const prefix = "tribune_";
const form = /^tribune_([\w-]{43})([\w-]{6})$/;

/** Six characters by which a search for leaked secrets tells a token from what only looks like one. */
const checksum = (random: string) =>
  createHash("sha256").update(`${prefix}checksum ${random}`).digest("base64url").slice(0, 6);

/** A new token: "tribune_", 32 random bytes in base64url, a checksum of six characters. */
export function newTokenText(): string {
  const random = randomBytes(32).toString("base64url");
  return prefix + random + checksum(random);
}

/** Whether a text can be a token: what cannot be one is not looked for. */
export function isTokenText(text: string): boolean {
  const [, random = "", check] = form.exec(text) ?? [];
  return check !== undefined && checksum(random) === check;
}
