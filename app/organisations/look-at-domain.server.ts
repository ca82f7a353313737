import type { Resolver } from "node:dns/promises";
import { get as askHttps } from "node:https";
import type { IncomingMessage } from "node:http";
import { filteringAgent } from "#app/outgoing/guarded-agent.server.ts";
import { lookupWith, nameResolver } from "./resolve-name.server.ts";

/** What was found at a domain. `no-answer`: its name servers are silent or out of order. */
export type Look =
  | { outcome: "found"; method: "dns" | "well-known" }
  | { outcome: "not-found" | "wrong-token" | "no-answer" | "refused-address" };

/**
 * How a domain is reached. What the application does stands in the defaults; tests pass servers of their own on this
 * machine, which is why this is a parameter and no setting: a setting could open the machine to whoever adds a domain.
 */
export type Reach = {
  /** Name servers as "address:port"; else those of DNS_SERVERS, else the system's. */
  nameServers?: string[];
  /** A web server on an address that would be refused, and the certificate it shows. */
  web?: { port: number; certificate: string; allowedAddresses: string[] };
};

/** For one question to one server, in milliseconds. */
const dnsTimeout = 5000;
/** For all of them: the system may know several servers, and each is asked twice. */
const dnsPatience = 12_000;
const webPatience = 5000;
const largestFile = 64 * 1024;
const path = "/.well-known/tribune.txt";

/**
 * Looks whether a token stands at a domain: `tribune=TOKEN` in a TXT record at `_tribune.DOMAIN`, or the token on a
 * line of `https://DOMAIN/.well-known/tribune.txt`. Takes 12 seconds at most. Never called within a transaction.
 */
export async function lookAtDomain(domain: string, token: string, reach: Reach = {}): Promise<Look> {
  const resolver = nameResolver(dnsTimeout, reach.nameServers);
  const patience = setTimeout(() => resolver.cancel(), dnsPatience);
  try {
    const [dns, web] = await Promise.all([
      lookAtRecords(resolver, domain, token),
      lookAtFile(resolver, domain, token, reach),
    ]);
    if (dns === "found") return { outcome: "found", method: "dns" };
    if (web === "found") return { outcome: "found", method: "well-known" };
    // What can be mended most easily is said first.
    const worst = (["wrong-token", "refused-address", "no-answer"] as const).find(
      (outcome) => dns === outcome || web === outcome,
    );
    return { outcome: worst ?? "not-found" };
  } finally {
    clearTimeout(patience);
  }
}

async function lookAtRecords(resolver: Resolver, domain: string, token: string) {
  let records: string[][];
  try {
    records = await resolver.resolveTxt(`_tribune.${domain}`);
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    return code === "ENODATA" || code === "ENOTFOUND" ? "not-found" : "no-answer";
  }
  // A record is cut into strings of 255 bytes at most (RFC 1035, 3.3.14).
  return judge(
    records.map((strings) => strings.join("")).filter((record) => record.startsWith("tribune=")),
    token,
  );
}

/** Which of the lines is the token; one that could only be another token is worth telling. */
function judge(lines: string[], token: string): "found" | "wrong-token" | "not-found" {
  const values = lines.map((line) => line.trim().replace(/^tribune=/, ""));
  if (values.includes(token)) return "found";
  return values.some((value) => /^[\w-]{32}$/.test(value)) ||
    lines.some((line) => line.startsWith("tribune="))
    ? "wrong-token"
    : "not-found";
}

async function lookAtFile(resolver: Resolver, domain: string, token: string, { web }: Reach) {
  const agent = filteringAgent("https:", {
    lookup: lookupWith(resolver),
    allowed: web?.allowedAddresses,
    certificate: web?.certificate,
  });
  const signal = AbortSignal.timeout(webPatience);
  const ask = (address: string) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { Accept: "text/plain", "User-Agent": "Tribune (domain check)" };
      askHttps(address, { agent, signal, headers, port: web?.port }, resolve).on("error", reject);
    });
  try {
    let answer = await ask(`https://${domain}${path}`);
    const { statusCode = 0 } = answer;
    if (statusCode >= 300 && statusCode < 400) {
      const next = new URL(answer.headers.location ?? "", `https://${domain}${path}`);
      answer.destroy();
      // Another host's file is another host's word.
      if (next.protocol !== "https:" || next.hostname !== domain || next.port !== "") return "not-found";
      answer = await ask(next.href);
    }
    const text = answer.statusCode === 200 ? await readText(answer) : null;
    answer.destroy();
    return text === null ? "not-found" : judge(text.split(/\r?\n/), token);
  } catch (fault) {
    return /is not allowed/i.test((fault as Error).message) ? "refused-address" : "not-found";
  } finally {
    agent.destroy();
  }
}

/** A body as text, or null when it is larger than such a file can be. */
async function readText(answer: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestFile) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
