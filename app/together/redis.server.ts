import { Redis } from "@hocuspocus/extension-redis";
import RedisClient from "ioredis";
import { log } from "#app/server/log.ts";

/**
 * Shows changes and carets to the pages of other processes over Redis. It is a courier, and nothing is kept there: when it
 * is away, changes still reach them, over the database, and carets do not.
 * @param url of a Redis, `redis://` or `rediss://`
 */
export function redisOf(url: string): Redis {
  const createClient = () => {
    const client = new RedisClient(url, { maxRetriesPerRequest: null });
    let told = false;
    client.on("error", (fault: Error) => {
      if (!told)
        log.warn({ err: fault.message }, "Redis is away: carets are not shared with other processes");
      told = true;
    });
    client.on("ready", () => (told = false));
    return client;
  };
  // A draft opens without what others type at this moment rather than late: the database brings it.
  return new Redis({ createClient, prefix: "tribune", awaitInitialSyncTimeout: 500 });
}
