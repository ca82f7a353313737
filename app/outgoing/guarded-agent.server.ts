import type { LookupFunction } from "node:net";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";
import { isLoopback } from "#app/identity/identity.ts";
import { lookupWith, nameResolver } from "#app/organisations/resolve-name.server.ts";

const thisMachine = ["127.0.0.0/8", "::1"];

/**
 * Whether this installation is for this machine alone, as in development and tests: only then may what somebody typed
 * be on loopback and speak http. In the open, a public name that leads to 127.0.0.1 would reach what listens there.
 */
export function forThisMachineAlone(): boolean {
  const { PUBLIC_URL, HOST } = process.env;
  const published = PUBLIC_URL?.trim() ? new URL(PUBLIC_URL.trim()).hostname : "localhost";
  const host = HOST?.trim() || "localhost";
  return isLoopback(published) && isLoopback(host.includes(":") ? `[${host}]` : host);
}

type Bounds = {
  /** What looks names up; the system's own way when there is none. */
  lookup?: LookupFunction;
  /** Addresses that would be refused otherwise. */
  allowed?: string[];
  /** The certificate of a server that no authority vouches for. */
  certificate?: string;
};

/**
 * An agent that connects to public addresses only. Every address of a name is looked at at the moment of connecting to
 * one of them: a name that is looked up again and leads elsewhere gains nothing.
 */
export function filteringAgent(protocol: string, { lookup, allowed = [], certificate }: Bounds) {
  const options = {
    keepAlive: false,
    allowIPAddressList: allowed,
    ...(lookup ? { lookup } : {}),
    ...(certificate ? { ca: certificate } : {}),
  };
  return protocol === "https:"
    ? new RequestFilteringHttpsAgent(options)
    : new RequestFilteringHttpAgent(options);
}

/**
 * The same for one question to an address that somebody typed. One each: connections are few, and none outlives its check.
 * @param patience for name servers, in milliseconds
 */
export function guardedAgent({ protocol }: URL, patience: number) {
  // "localhost" is in no name server.
  if (forThisMachineAlone()) return filteringAgent(protocol, { allowed: thisMachine });
  return filteringAgent(protocol, { lookup: lookupWith(nameResolver(patience)) });
}
