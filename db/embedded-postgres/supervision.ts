import { setTimeout as sleep } from "node:timers/promises";
import type { DataFolder } from "./data-folder.ts";
import type { OwnerLock } from "./owner-lock.ts";
import type { Postmaster } from "./postmaster-file.ts";
import { stopPostmaster } from "./postmaster.ts";
import { identify, isAlive } from "./process-identity.ts";

export type Watched = { postmaster: Postmaster; lock: OwnerLock };

const glance = 200;
const longestPause = 5_000;

/**
 * Watches a server, our child or one taken over, and brings it back on the same port when it ends, trying again
 * with growing pauses until it stands. `bringBack` starts the server (or finds one that runs); `lockAgain` takes
 * the owner's lock again. Each failed attempt is told to `onFailure`.
 * `stop` ends the watch, shuts the server down fast and answers when it is gone; calling it again is harmless.
 */
export function supervise(
  folder: DataFolder,
  watched: Watched,
  bringBack: () => Promise<Postmaster>,
  lockAgain: () => Promise<OwnerLock>,
  onFailure: (error: unknown) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let stopped: Promise<void> | undefined;

  async function pause(milliseconds: number): Promise<void> {
    // Without `ref` a program that forgets to stop the server can still end.
    await sleep(milliseconds, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined);
  }

  async function hasEnded(): Promise<boolean> {
    const { pid } = watched.postmaster;
    if (!watched.lock.isLost()) return !(await isAlive(pid));
    // Its pid may already belong to another process.
    return ["gone", "unrelated"].includes(await identify(pid, folder.cluster));
  }

  async function watch(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        if (await hasEnded()) watched.postmaster = await bringBack();
        if (watched.lock.isLost() && !stopping.signal.aborted) watched.lock = await lockAgain();
        failures = 0;
        await pause(glance);
      } catch (error) {
        if (!stopping.signal.aborted) onFailure(error);
        await pause(Math.min(longestPause, 100 * 2 ** failures++));
      }
    }
  }

  const watching = watch();
  return {
    stop() {
      stopped ??= (async () => {
        stopping.abort();
        await watching;
        await stopPostmaster(folder, watched.postmaster);
        await watched.lock.release();
      })();
      return stopped;
    },
  };
}
