import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildOnce } from "#app/server/application.ts";
import { Crowd } from "../faults/crowd.ts";
import { buildApplication, root, secondsSince } from "../program.ts";
import { sumLine, type Tally } from "../tally.ts";
import { checks } from "./checks.ts";
import { failOver } from "./fail-over.ts";
import { killAndStart, turns } from "./kill-in-turn.ts";
import { setStage } from "./stage.ts";

// npm run test:machines: an installation of several machines on this one, each part of which is killed while people sign.

const sum: Tally = { passed: 0, failed: 0, skipped: 0, faults: [] };

/** Runs one test. @returns whether it passed */
async function test(title: string, run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run();
    sum.passed++;
    return true;
  } catch (fault) {
    const words = fault instanceof Error ? fault.message : String(fault);
    console.log(`  WRONG, ${title}: ${words}`);
    sum.failed++;
    sum.faults.push(`failed: machines › ${title}: ${words.split("\n")[0]}`);
    return false;
  }
}

/** The last lines of a log that are warnings or worse. */
const complaints = (log: string) =>
  log
    .split("\n")
    .filter((line) => /"level":[456]0/.test(line))
    .slice(-30)
    .map((line) => line.slice(0, 600))
    .join("\n");

async function main(): Promise<void> {
  await buildOnce(async () => {
    if ((await buildApplication()) !== 0) throw new Error("The application cannot be built.");
  });
  const began = performance.now();
  const stage = await setStage();
  console.log(
    `  HAProxy, two apps, PgBouncer, primary, replica and Redis stand after ${secondsSince(began)}`,
  );
  try {
    const crowd = new Crowd(stage, [502, 503, 504]);
    const started = performance.now();
    crowd.come(8, 2);
    await crowd.goesOn(50, 30_000);
    for (const turn of turns(stage))
      if (
        !(await test(`${turn.victim.name} is killed and started again`, () =>
          killAndStart(turn, stage, crowd)))
      )
        break;
    await crowd.signersGo();
    console.log(
      `  ${crowd.told.signed.size} signatures acknowledged in ${secondsSince(started)}; ${crowd.cut} requests cut and ` +
        `${crowd.toldToComeBack} told to come back, each asked again`,
    );
    for (const [title, check] of checks(stage, crowd)) await test(title, check);
    await test("the replica takes the place of a lost primary, and holds what was acknowledged", () =>
      failOver(stage));
  } finally {
    // What the processes complained of says why, when something is wrong.
    if (sum.failed > 0) for (const app of stage.apps) console.log(`\n${app.name}:\n${complaints(app.log())}`);
    await stage.close();
  }
}

const started = performance.now();
await main().catch((fault: unknown) => {
  sum.failed++;
  const words = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  console.error(words);
  sum.faults.push(`failed: machines: ${words.split("\n")[0]}`);
});
// For test/run.ts, which adds it up.
await mkdir(join(root, ".cache"), { recursive: true });
await writeFile(join(root, ".cache", "machines.json"), JSON.stringify(sum));
console.log(`  took ${secondsSince(started)}`);
console.log(sumLine(sum));
// What a failed run left open must not keep it alive.
process.exit(sum.failed === 0 ? 0 : 1);
