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

/**
 * An agent for one question to an address that somebody typed: only public addresses are connected to, and what is
 * checked is what DNS answers at the moment of connecting. One each: connections are few, and none outlives its check.
 * @param patience for name servers, in milliseconds
 */
export function guardedAgent({ protocol }: URL, patience: number) {
  const local = forThisMachineAlone();
  const options = {
    keepAlive: false,
    allowIPAddressList: local ? thisMachine : [],
    // "localhost" is in no name server.
    ...(local ? {} : { lookup: lookupWith(nameResolver(patience)) }),
  };
  return protocol === "https:"
    ? new RequestFilteringHttpsAgent(options)
    : new RequestFilteringHttpAgent(options);
}
