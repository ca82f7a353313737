import { createHmac } from "node:crypto";
import { keyFor } from "#app/accounts/secret.server.ts";

/** A short name of a network that tells two apart and tells neither: for authors, who are no moderators. */
export function networkLabel(network: string): string {
  const seal = createHmac("sha256", keyFor("network labels")).update(network).digest("hex");
  return `N-${seal.slice(0, 12).toUpperCase()}`;
}
