import { createHash } from "node:crypto";

/**
 * The submission key of a program's own `Idempotency-Key`: told apart by account, so that nobody takes another one's, and
 * by place, so that a key that is used again elsewhere makes something there.
 * @returns undefined when there is no such header, null when it holds something else than 1 to 255 printable characters
 */
export function submissionKey(headers: Headers, accountId: number, place: string): string | null | undefined {
  const given = headers.get("idempotency-key");
  if (given === null) return undefined;
  if (!/^[\x20-\x7e]{1,255}$/.test(given)) return null;
  const hex = createHash("sha256").update(`${accountId}\n${place}\n${given}`).digest("hex");
  // A UUID of version 8 (RFC 9562, section 5.8): what is in it is ours to say.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
