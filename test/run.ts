import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildOnce } from "#app/server/application.ts";
import { ensureChromium } from "./chromium.ts";
import { ensureRedis } from "./redis.ts";
import { buildApplication, root, runNode, runTool, secondsSince } from "./program.ts";
import { addUp, sumLine, tallyMachines, tallyPlaywright, tallyVitest } from "./tally.ts";
import type { PlaywrightReport, RunEnd, Tally, VitestReport } from "./tally.ts";

const usage = `npm test                           every test
npm test -- --only rules           without a browser; --only stories: only in the browser; --only machines: several machines
npm test -- letters accounts       only the files whose path holds one of these words`;

const kinds = ["rules", "stories", "machines"] as const;
type Wanted = { only?: (typeof kinds)[number]; filters: string[] };
type Runner = "vitest" | "playwright";

function readArguments(): Wanted {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    options: { only: { type: "string" } },
    allowPositionals: true,
  });
  const only = kinds.find((kind) => kind === values.only);
  if (only !== values.only) throw new Error(`--only ${values.only} is not known`);
  return { only, filters: positionals };
}

async function build(): Promise<void> {
  const built = await buildOnce(async () => {
    console.log("Building the application …");
    if ((await buildApplication()) !== 0) throw new Error("The application cannot be built.");
  });
  if (!built) console.log("The build is fresh.");
}

/** Runs one runner and answers with how it ended and with its report, unless it wrote none. */
async function collect<Report>(
  runner: Runner,
  filters: string[],
  chromium?: string,
): Promise<[report: Report | undefined, end: RunEnd]> {
  console.log(`\n— ${runner === "vitest" ? "Rules" : "Stories"} (${runner})`);
  const started = performance.now();
  const file = join(root, ".cache", `${runner}.json`);
  await mkdir(join(root, ".cache"), { recursive: true });
  // Yesterday's report must not be taken for today's.
  await rm(file, { force: true });
  const pass = filters.length > 0;
  const args =
    runner === "vitest"
      ? ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`, ...filters]
      : ["test", "--reporter=list,json", ...filters];
  if (pass) args.push(runner === "vitest" ? "--passWithNoTests" : "--pass-with-no-tests");
  const environment = {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
  };
  const exitCode = await runTool(runner, args, environment);
  console.log(`  took ${secondsSince(started)}`);
  const report = await readFile(file, "utf8").then(
    (text) => JSON.parse(text) as Report,
    () => undefined,
  );
  return [report, { exitCode, mayBeEmpty: pass }];
}

/** Runs the test of several machines, which counts by itself. */
async function collectMachines(): Promise<Tally> {
  console.log("\n— Several machines (test/machines)");
  const file = join(root, ".cache", "machines.json");
  await rm(file, { force: true });
  const exitCode = await runNode([join(root, "test/machines/run.ts")]);
  const report = await readFile(file, "utf8").then(
    (text) => JSON.parse(text) as Tally,
    () => undefined,
  );
  return tallyMachines(report, { exitCode });
}

async function runAll({ only, filters }: Wanted): Promise<Tally> {
  const stories = !only || only === "stories";
  const rules = !only || only === "rules";
  const named = filters.length === 0 || filters.some((word) => "test/machines/run.ts".includes(word));
  const machines = named && (!only || only === "machines");
  const chromium = stories ? await ensureChromium() : undefined;
  if (rules) await ensureRedis();
  await build();
  const tallies: Tally[] = [];
  if (rules) tallies.push(tallyVitest(...(await collect<VitestReport>("vitest", filters))));
  if (stories)
    tallies.push(tallyPlaywright(...(await collect<PlaywrightReport>("playwright", filters, chromium))));
  if (machines) tallies.push(await collectMachines());
  return addUp(tallies);
}

async function main(): Promise<void> {
  let wanted: Wanted;
  try {
    wanted = readArguments();
  } catch (fault) {
    console.error(`${fault instanceof Error ? fault.message : String(fault)}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const sum = await runAll(wanted).catch((fault: unknown): Tally => {
    const message = fault instanceof Error ? fault.message : String(fault);
    return { passed: 0, failed: 1, skipped: 0, faults: [message] };
  });
  const { only, filters } = wanted;
  console.log("");
  for (const fault of sum.faults) console.log(fault);
  const part = [only && `only ${only}`, filters.length > 0 && `only files named ${filters.join(", ")}`];
  if (only || filters.length > 0) console.log(`Partial run: ${part.filter(Boolean).join("; ")}.`);
  if (sum.skipped > 0) console.log(`Skipped, each for the reason in its title: ${sum.skipped}.`);
  console.log(sumLine(sum));
  process.exitCode = sum.failed > 0 ? 1 : 0;
}

await main();
