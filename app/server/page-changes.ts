import postgres from "postgres";
import { forgetRunningSettings, hearRunningSettings } from "#app/administration/read-settings.server.ts";
import { positionOf, type Replicas } from "#db/replicas.ts";
import type { CommentNews } from "./comment-news.ts";
import { log } from "./log.ts";
import type { PageCache } from "./page-cache.ts";

/** The channel on which the triggers of the database tell what changed. */
const channel = "tribune_pages";
/** The channel on which each new comment is told. */
const commentChannel = "tribune_comments";
const beatEvery = 1000;
/** Without a sign of life for so long, changes may be going unheard, and the connection is made anew. */
const deafAfter = 4000;

/**
 * Hears of changes of public data from every process: drops the pages made of it, and passes new comments on to who
 * reads their discussion. It sends itself a beat over
 * the database: when none comes back, whatever the reason, nothing is served from the cache until one does.
 * @param url the database's, past any pooler
 * @param replicas must not be read from before they hold what was heard of
 */
export function followPageChanges(
  url: string,
  cache: PageCache,
  news: CommentNews,
  replicas: Replicas,
): { stop: () => Promise<void> } {
  const own = `beat ${process.pid} ${Math.random()}`;
  let hearing = false;
  let heard = 0;

  // Before any page is dropped: whoever makes it anew must find this done.
  const holdReplicas = () => replicas.changed(() => positionOf(link.sql));
  const onMessage = (name: string) => {
    if (name === own) {
      heard = Date.now();
      if (!hearing) {
        holdReplicas();
        cache.resume();
        hearRunningSettings(true);
      }
      hearing = true;
      // The primary did not say it when it was asked.
      if (!replicas.knows) holdReplicas();
    } else if (!name.startsWith("beat ")) {
      holdReplicas();
      if (name === "running-settings") forgetRunningSettings();
      cache.drop(name);
    }
  };
  const open = () => {
    const sql = postgres(url, {
      max: 1,
      connect_timeout: 3,
      idle_timeout: 0,
      connection: { application_name: "tribune page changes" },
      onnotice: () => undefined,
    });
    // Called again when the connection was lost and made anew: what was told meanwhile is not known.
    const onListening = () => {
      if (!hearing) return;
      holdReplicas();
      cache.resume();
      forgetRunningSettings();
    };
    sql.listen(channel, onMessage, onListening).catch(() => undefined);
    sql.listen(commentChannel, (message) => news.hear(message)).catch(() => undefined);
    return { sql, since: Date.now() };
  };

  cache.pause();
  let link = open();
  const beat = setInterval(() => {
    const now = Date.now();
    if (hearing && now - heard > deafAfter) {
      hearing = false;
      replicas.deaf();
      cache.pause();
      hearRunningSettings(false);
      log.warn("changes of pages go unheard: no page is served from memory until they are heard again");
    }
    // The library gives up listening when a first attempt to connect again fails.
    if (!hearing && now - link.since > deafAfter) {
      void link.sql.end({ timeout: 0 }).catch(() => undefined);
      link = open();
    }
    link.sql.notify(channel, own).catch(() => undefined);
  }, beatEvery);
  link.sql.notify(channel, own).catch(() => undefined);
  return {
    async stop() {
      clearInterval(beat);
      await link.sql.end({ timeout: 1 });
    },
  };
}
