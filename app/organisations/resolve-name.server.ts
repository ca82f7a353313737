import { Resolver } from "node:dns/promises";
import type { LookupFunction } from "node:net";

/**
 * What asks name servers: those given as "address:port", else those of DNS_SERVERS, else the system's.
 * @param timeout for one question to one server, in milliseconds; each is asked twice
 */
export function nameResolver(timeout: number, nameServers?: string[]): Resolver {
  const resolver = new Resolver({ timeout, tries: 2, maxTimeout: timeout });
  const servers = nameServers ?? process.env.DNS_SERVERS?.split(/[\s,]+/).filter(Boolean);
  if (servers?.length) resolver.setServers(servers);
  return resolver;
}

/**
 * Looks up addresses by a resolver of our own. The system's own way keeps one of Node's four threads busy for as long
 * as a server is silent: a few such domains would hold up every file and every password of this process.
 */
export function lookupWith(resolver: Resolver): LookupFunction {
  return (hostname, options, callback) => {
    void Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]).then(
      ([four, six]) => {
        const addresses = [
          ...(four.status === "fulfilled" ? four.value.map((address) => ({ address, family: 4 })) : []),
          ...(six.status === "fulfilled" ? six.value.map((address) => ({ address, family: 6 })) : []),
        ];
        const [first] = addresses;
        if (!first)
          callback(Object.assign(new Error(`${hostname} has no address`), { code: "ENOTFOUND" }), "");
        else if (options.all) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
    );
  };
}
