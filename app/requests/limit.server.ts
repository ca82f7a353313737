import { createHmac } from "node:crypto";
import { keyFor } from "#app/accounts/secret.server.ts";
import { logSecurity } from "#app/server/log.ts";
import { sql } from "#db/sql.ts";

const hour = 3600;
/**
 * What strangers may do how often: `points` in `duration` seconds, by key. A network is an IPv4 address or an
 * IPv6 /64. An office or a mobile carrier shares one address, so a network may do far more than an address.
 */
const limits = {
  "log-in by address": { points: 10, duration: hour / 4 },
  "log-in by network": { points: 100, duration: hour / 4 },
  "password again by account": { points: 10, duration: hour / 4 },
  // An answer to a challenge of ours: nothing can be guessed, but each costs a check of a signature.
  "passkey by network": { points: 100, duration: hour / 4 },
  "passkey challenge by network": { points: 300, duration: hour / 4 },
  "passkey by account": { points: 60, duration: hour / 4 },
  "recovery code by account": { points: 10, duration: hour },
  "mail by address": { points: 5, duration: hour },
  "join by network": { points: 30, duration: hour },
  "sign by address": { points: 20, duration: hour },
  "sign by network": { points: 300, duration: hour },
  "comment by account": { points: 30, duration: hour / 6 },
  "margin by account": { points: 60, duration: hour / 6 },
  // Dispositions and consultations: nobody writes reasons faster.
  "official act by account": { points: 120, duration: hour },
  "follow by account": { points: 200, duration: hour / 6 },
  "vote by account": { points: 200, duration: hour / 6 },
  "upload by account": { points: 60, duration: hour },
  "organisation by account": { points: 10, duration: hour },
  "claim mail by organisation": { points: 1, duration: 24 * hour },
  "sign for by account": { points: 60, duration: hour },
  "invite by account": { points: 50, duration: hour },
  // Each new version is a mail to every signatory.
  "version by letter": { points: 6, duration: 24 * hour },
  // Updates, deliveries, replies; how often signatories are mailed is counted by letter, in app/chronicle.
  "record by account": { points: 60, duration: hour },
  "sign by wide network": { points: 2000, duration: hour },
  "sign by letter and wide network": { points: 600, duration: hour },
  "challenge by network": { points: 1000, duration: hour },
  // What a proof of work was given for is given once: as long as it could be shown again (20 minutes, an hour).
  "effort once": { points: 1, duration: hour },
  "identity by network": { points: 60, duration: hour / 4 },
  "domain check by account": { points: 30, duration: hour },
  "doctrine import by account": { points: 30, duration: hour },
  "proof mail by account": { points: 10, duration: hour },
  // Somebody who types asks a few times a second.
  "find by network": { points: 600, duration: hour / 12 },
  // Within a text; an older state of it is read from end to end.
  "search text by network": { points: 120, duration: hour / 12 },
  // A paper takes a processor for some seconds; those that are kept take none and are not counted.
  "paper by network": { points: 60, duration: hour / 12 },
  "letter import by account": { points: 30, duration: hour },
  // A newsroom behind one address reports a campaign; nobody reports a thousand things by hand.
  "report by network": { points: 60, duration: hour },
  "report by account": { points: 40, duration: hour },
  // Receipts: nobody's mailbox is filled by strangers who type an address.
  "report by address": { points: 10, duration: hour },
  "contest by account": { points: 20, duration: hour },
  "token by network": { points: 200, duration: hour / 4 },
  // A program that goes through all its drafts, and a loop that has gone wild.
  "api by token": { points: 300, duration: hour / 12 },
  // Each can send a message to an address that somebody typed.
  "webhook by account": { points: 60, duration: hour },
  "data by network": { points: 30, duration: hour },
};
export type Limit = keyof typeof limits;

/** The network of a client address: IPv6 hosts are handed a /64 each, so a /64 counts as one. */
export function networkOf(address: string): string {
  const ipv4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (ipv4) return ipv4;
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address);
  if (mapped) {
    const bytes = mapped.slice(1).flatMap((part) => [parseInt(part, 16) >> 8, parseInt(part, 16) & 255]);
    return bytes.join(".");
  }
  const [head = "", tail] = address.toLowerCase().split("::");
  const front = head.split(":").filter(Boolean);
  const back = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length;
  return `${[...front, ...Array<string>(Math.max(0, zeros)).fill("0"), ...back].slice(0, 4).join(":")}::/64`;
}

/**
 * The neighbourhood of a client address: an IPv4 /24 or an IPv6 /48, which is what providers hand to one customer
 * at the most. Who has many addresses mostly has them there.
 */
export function wideNetworkOf(address: string): string {
  const network = networkOf(address);
  if (!network.includes(":")) return `${network.split(".").slice(0, 3).join(".")}.0/24`;
  return `${network.split(":").slice(0, 3).join(":")}::/48`;
}

const day = 24 * hour * 1000;
/** The keys of today and yesterday, which every request asks for. */
const keys = new Map<number, Buffer>();

/**
 * What is written of whom a limit counts: addresses and networks as hashes, whose key changes every day. No limit lasts
 * longer than a day, so that who is being counted is found under the key of today or of yesterday.
 * @param daysAgo 0 for today's key, 1 for yesterday's
 */
export function limitKey(limit: Limit, key: string | number, daysAgo = 0): string {
  const number = Math.floor(Date.now() / day) - daysAgo;
  if (keys.size > 2 && !keys.has(number)) keys.clear();
  const secret = keys.get(number) ?? keyFor(`limits of day ${number}`);
  keys.set(number, secret);
  const hash = createHmac("sha256", secret).update(String(key).slice(0, 200)).digest("base64url");
  return `${limit}:${hash.slice(0, 22)}`;
}

/** Saves owners mails, and says nothing of whoever meets it. */
const noAttempt: Limit = "claim mail by organisation";

/**
 * Takes one point from each limit, in the order given, up to the first that is used up.
 * @returns the seconds to wait when one of them is used up, else null
 */
export async function takeAttempt(attempts: Partial<Record<Limit, string | number>>): Promise<number | null> {
  const taken = Object.entries(attempts) as [Limit, string | number][];
  const [answer] = await sql<{ wait: number | null }[]>`
    select take_attempts(${taken.map(([limit, key]) => limitKey(limit, key))},
      ${taken.map(([limit, key]) => limitKey(limit, key, 1))},
      ${taken.map(([limit]) => limits[limit].points)}, ${taken.map(([limit]) => limits[limit].duration)}) as wait`;
  const wait = answer?.wait ?? null;
  const tried = taken.map(([limit]) => limit).filter((limit) => limit !== noAttempt);
  if (wait !== null && tried.length > 0) logSecurity("asked-too-often", { limits: tried });
  return wait;
}

/** What is left of a limit, and in how many seconds all of it is there again; `duration` is in seconds. */
export async function readAllowance(
  limit: Limit,
  key: string | number,
): Promise<{ points: number; duration: number; left: number; endsIn: number }> {
  const { points, duration } = limits[limit];
  const [counted] = await sql<{ taken: number; expire: number }[]>`
    select points as taken, expire::float8 as expire from rate_limits
    where key in (${limitKey(limit, key)}, ${limitKey(limit, key, 1)}) and expire > ${Date.now()}
    order by expire limit 1`;
  if (!counted) return { points, duration, left: points, endsIn: duration };
  return {
    ...{ points, duration, left: Math.max(0, points - counted.taken) },
    endsIn: Math.max(1, Math.ceil((counted.expire - Date.now()) / 1000)),
  };
}

/** Gives the attempts back: who has shown the right password was not guessing. */
export async function forgetAttempts(limit: Limit, key: string | number): Promise<void> {
  await sql`
    delete from rate_limits where key in (${limitKey(limit, key)}, ${limitKey(limit, key, 1)})`;
}

/** Forgets limits that ran out an hour ago. A job calls it. @returns how many */
export async function sweepLimits(): Promise<number> {
  const swept = await sql`delete from rate_limits where expire < ${Date.now() - hour * 1000}`;
  return swept.count;
}
