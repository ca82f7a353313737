import { createHmac } from "node:crypto";
import { keyFor } from "#app/accounts/secret.server.ts";

/** What a label looks like. */
export const labelPattern = /^N-[0-9A-F]{12}$/;

/**
 * What is kept of the network that a signature comes from: a keyed hash, whose key is each letter's own. Within a letter
 * two networks can be told apart, which is what its review needs; between letters nothing can be compared.
 * @param network as wideNetworkOf gives it; "" stays ""
 */
export function networkLabel(letterId: number, network: string): string {
  if (network === "") return "";
  const key = keyFor(`network labels of letter ${letterId}`);
  return `N-${createHmac("sha256", key).update(network).digest("hex").slice(0, 12).toUpperCase()}`;
}
