import type { Jobs } from "./jobs.ts";
import { log } from "./log.ts";

/**
 * Does a step of work over and over, at once again while there is more and else after `pause` milliseconds.
 * @param failing what cannot be done while it throws, for the log, once
 */
export function keepDoing(step: () => Promise<string>, pause: number, failing: string): Jobs {
  let stopping = false;
  let wake: (() => void) | undefined;
  const loop = async () => {
    let told = false;
    while (!stopping) {
      try {
        while ((await step()) === "more" && !stopping);
        told = false;
      } catch (fault) {
        if (!told) log.warn({ err: fault }, failing);
        told = true;
      }
      if (stopping) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const running = loop();
  return {
    async stop() {
      stopping = true;
      wake?.();
      await running;
    },
  };
}
