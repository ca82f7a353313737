import { parseArgs } from "node:util";
import { buildOnce } from "#app/server/application.ts";
import { buildApplication, secondsSince } from "../program.ts";
import { killAndCompare } from "./kills.ts";
import { Random } from "./random.ts";
import { runScenarios } from "./scenarios.ts";

const usage = `npm run test:faults                     five kills, then every scenario
npm run test:faults -- --kills 100 --seed 7
npm run test:faults -- --only disk      only the scenarios with this word; --only kills: none`;

async function main(): Promise<string[]> {
  const { values } = parseArgs({
    options: { kills: { type: "string" }, seed: { type: "string" }, only: { type: "string" } },
  });
  const kills = Number(values.kills ?? 5);
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
  if (!Number.isInteger(kills) || !Number.isInteger(seed)) throw new Error(usage);
  await buildOnce(async () => {
    if ((await buildApplication()) !== 0) throw new Error("The application cannot be built.");
  });
  const wrong: string[] = [];
  if (kills > 0 && (!values.only || values.only === "kills")) {
    console.log(`${kills} kills with seed ${seed}`);
    wrong.push(...(await killAndCompare(kills, new Random(seed))));
  }
  if (values.only !== "kills") wrong.push(...(await runScenarios(values.only ?? "")));
  return wrong;
}

const started = performance.now();
const wrong = await main().catch((fault: unknown) => [
  fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
]);
for (const line of wrong.slice(0, 20)) console.error(`WRONG: ${line}`);
if (wrong.length > 20) console.error(`and ${wrong.length - 20} more`);
console.log(
  `Faults: ${wrong.length === 0 ? "nothing was lost" : `${wrong.length} wrong`} (${secondsSince(started)})`,
);
// What a failed run left open must not keep it alive.
process.exit(wrong.length === 0 ? 0 : 1);
