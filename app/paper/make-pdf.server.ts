import { inThread } from "#app/doctrine/run-worker.server.ts";
import type { LetterPaper } from "./letter-paper.ts";

/** So many may be made or wait: a large letter takes some seconds, and no answer is waited for longer than 15. */
const mostWaiting = 4;
/** Five thousand names fit in half of it. */
const megabytes = 220;

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * Sets a letter as PDF, in a thread of its own, one at a time: a crowd that asks for papers takes one processor and the
 * memory of one.
 */
export async function makePdf(
  read: () => Promise<LetterPaper>,
): Promise<{ outcome: "made"; bytes: Uint8Array } | { outcome: "busy" }> {
  if (waiting >= mostWaiting) return { outcome: "busy" };
  waiting++;
  const made = last.then(async () => inThread("paper/paper-worker.ts", await read(), megabytes));
  last = made.catch(() => undefined);
  try {
    return { outcome: "made", bytes: (await made) as Uint8Array };
  } finally {
    waiting--;
  }
}
