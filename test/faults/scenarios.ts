import { install } from "./installation.ts";
import { answersAgain, type Scenario } from "./scenario.ts";
import { cutBeforeAnswer } from "./scenarios/cut-before-answer.ts";
import { deadListener } from "./scenarios/dead-listener.ts";
import { exhaustedPool } from "./scenarios/exhausted-pool.ts";
import { frozenApp, frozenDatabase } from "./scenarios/frozen.ts";
import { fullDisk } from "./scenarios/full-disk.ts";
import { halfOpen } from "./scenarios/half-open.ts";
import { idleConnections } from "./scenarios/idle-connections.ts";
import { slowClient, unreadAnswers } from "./scenarios/slow-client.ts";

const scenarios: Scenario[] = [
  cutBeforeAnswer,
  frozenDatabase,
  frozenApp,
  exhaustedPool,
  slowClient,
  unreadAnswers,
  halfOpen,
  idleConnections,
  deadListener,
  fullDisk,
];

/** Plays the scenarios whose name has `word` in it. @returns what was wrong, in words */
export async function runScenarios(word: string): Promise<string[]> {
  const wanted = scenarios.filter(({ name }) => name.includes(word));
  if (wanted.length === 0) return [`no scenario is called ${word}`];
  const wrong: string[] = [];
  const shared = wanted.some(({ alone }) => !alone) ? await install() : undefined;
  const pid = shared?.pid();
  try {
    for (const { name, run, impossible, alone } of wanted) {
      const reason = impossible?.();
      if (reason) {
        console.log(`  ${name}: not played, ${reason}`);
        continue;
      }
      const started = performance.now();
      try {
        const installation = alone ? undefined : shared;
        const seen = installation ? await run(installation) : await run(undefined as never);
        const again = installation ? `; answers again ${await answersAgain(installation)} s later` : "";
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        console.log(`  ${name}: ${seen}${again} (${seconds} s)`);
      } catch (fault) {
        const words = fault instanceof Error ? fault.message : String(fault);
        console.log(`  ${name}: WRONG, ${words}`);
        wrong.push(`${name}: ${words}`);
      }
      if (shared && pid !== undefined && !isThere(pid)) {
        wrong.push(`${name}: the app ended`, shared.log().slice(-2000));
        break;
      }
    }
  } finally {
    await shared?.close();
  }
  return wrong;
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
