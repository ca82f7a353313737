import { createHmac, timingSafeEqual } from "node:crypto";
import { keyFor } from "#app/accounts/secret.server.ts";

const idLength = 16;
/** 128 bits of an HMAC-SHA-256 (RFC 2104 allows half of it). */
const sealLength = 16;

const sealOf = (id: Buffer) =>
  createHmac("sha256", keyFor("unsubscribe links")).update(id).digest().subarray(0, sealLength);

/** The token of a link to unsubscribe: the link's id, which is by chance and tells nothing, and our seal on it. */
export function unsubscribeToken(id: string): string {
  const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
  return Buffer.concat([bytes, sealOf(bytes)]).toString("base64url");
}

/** The id in a token; null when we never made it, so that a mangled one asks nothing of the database. */
export function linkOfToken(token: string): string | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== idLength + sealLength || bytes.toString("base64url") !== token) return null;
  const id = bytes.subarray(0, idLength);
  if (!timingSafeEqual(bytes.subarray(idLength), sealOf(id))) return null;
  return id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
