import { RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import { sql } from "#db/sql.ts";

/** The library speaks to a `pg` client; this hands its questions to our pool. */
const client = {
  query: async (question: { text: string; values: (string | number)[] }) => {
    const rows = await sql.unsafe(question.text, question.values);
    return { rows: [...rows], rowCount: rows.count };
  },
};

const limiter = (keyPrefix: string, points: number, duration: number) =>
  new RateLimiterPostgres({
    storeClient: client,
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration,
  });

const hour = 3600;
/**
 * What strangers may do how often: `points` in `duration` seconds, by key. A network is an IPv4 address or an
 * IPv6 /64. An office or a mobile carrier shares one address, so a network may do far more than an address.
 */
const limiters = {
  "log-in by address": limiter("login-address", 10, hour / 4),
  "log-in by network": limiter("login-network", 100, hour / 4),
  "mail by address": limiter("mail-address", 5, hour),
  "join by network": limiter("join-network", 30, hour),
  "sign by address": limiter("sign-address", 20, hour),
  "sign by network": limiter("sign-network", 300, hour),
  "comment by account": limiter("comment-account", 30, hour / 6),
  "vote by account": limiter("vote-account", 200, hour / 6),
  "upload by account": limiter("upload-account", 60, hour),
  "token by network": limiter("token-network", 200, hour / 4),
};
export type Limit = keyof typeof limiters;

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
 * Takes one point from each limit.
 * @returns the seconds to wait when one of them is used up, else null
 */
export async function takeAttempt(attempts: Partial<Record<Limit, string | number>>): Promise<number | null> {
  for (const [limit, key] of Object.entries(attempts) as [Limit, string | number][]) {
    try {
      await limiters[limit].consume(String(key).slice(0, 200));
    } catch (refused) {
      // The library rejects with its result when points are used up and with an Error when the store failed.
      if (refused instanceof Error) throw refused;
      return Math.max(1, Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000));
    }
  }
  return null;
}

/** Gives the attempts back: who has shown the right password was not guessing. */
export async function forgetAttempts(limit: Limit, key: string | number): Promise<void> {
  await limiters[limit].delete(String(key).slice(0, 200));
}

/** Forgets limits that ran out an hour ago. A job calls it. */
export async function sweepLimits(): Promise<void> {
  await sql`delete from rate_limits where expire < ${Date.now() - hour * 1000}`;
}
