import { fork } from "node:child_process";
import { join } from "node:path";
import { pin } from "./load.ts";
import type { Outcome, Plan } from "./open-loop.ts";

/** Runs the open-loop load generator in a process of its own on core 1. @returns what each stream saw, in order */
export function askOpenly(plan: Plan): Promise<Outcome[]> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, "open-loop.ts"));
    let outcomes: Outcome[] | undefined;
    child.on("message", (message: Outcome[]) => (outcomes = message));
    child.once("error", reject);
    child.once("spawn", () => {
      pin(child.pid ?? 0, 1);
      child.send(plan);
    });
    child.once("close", (code) => {
      if (outcomes) resolve(outcomes);
      else reject(new Error(`the load generator ended with code ${code}`));
    });
  });
}

/** Latencies in words. */
export const latencyText = ({ p50, p99, max }: { p50: number; p99: number; max: number }) =>
  `p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)}, max ${max.toFixed(0)} ms`;
