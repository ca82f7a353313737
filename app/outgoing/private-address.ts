import { BlockList, isIP } from "node:net";

/**
 * Networks that nobody on the internet is reached in, of IANA's registries of special-purpose addresses (RFC 6890) and
 * RFC 4291; "::ffff:…" is looked up as the IPv4 address in it.
 */
const notPublic = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["224.0.0.0", 3],
] as const)
  notPublic.addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  notPublic.addSubnet(network, prefix, "ipv6");

/**
 * Whether a host, as `URL` writes it, says by itself that it is on no public network: so that a form can refuse it. What a
 * name leads to is looked at when it is connected to, and that is what guards (guarded-agent.server.ts).
 */
export function isPrivateAddress(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  const family = isIP(host);
  if (family === 0) return /^(?:.+\.)?localhost\.?$/.test(host);
  return notPublic.check(host, family === 6 ? "ipv6" : "ipv4");
}
