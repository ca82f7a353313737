import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { projectRoot } from "#db/migrate.ts";
import { Unreadable } from "./parsed-provision.ts";

/** How long a file may take to be read, in milliseconds. */
const patience = 60_000;

/**
 * Has a file read by a program in a thread of its own: what takes too much memory or time ends there, and whoever
 * asks the server meanwhile does not wait.
 * @param program its place in app: "doctrine/docx-worker.ts"; it posts one message
 * @param megabytes the most that its objects may take
 * @returns what it posts
 * @throws {Unreadable} when it fails
 */
export function inThread(program: string, data: unknown, megabytes: number): Promise<unknown> {
  // The built application stands elsewhere than its sources: this runs from those.
  const worker = new Worker(join(projectRoot(), "app", program), {
    workerData: data,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  return new Promise<unknown>((resolve, reject) => {
    const late = setTimeout(() => refuse("too-large", "takes longer than a minute to be read"), patience);
    const refuse = (reason: Unreadable["reason"], message: string) => {
      clearTimeout(late);
      reject(new Unreadable(reason, message));
    };
    worker.once("message", (message) => {
      clearTimeout(late);
      resolve(message);
    });
    worker.once("error", (fault: NodeJS.ErrnoException) => {
      if (fault.code === "ERR_WORKER_OUT_OF_MEMORY") refuse("too-large", "takes too much memory to be read");
      else refuse("not-well-formed", fault.message);
    });
    worker.once("exit", () => refuse("not-well-formed", "cannot be read"));
  }).finally(() => void worker.terminate());
}
