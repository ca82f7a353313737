import { buildApplication, runNode, runTool, secondsSince } from "./program.ts";

/** All that must hold before a change is merged, the quick answers first. The last line is the tests' sum. */
const steps: [name: string, run: () => Promise<number>][] = [
  ["types", () => runTool("tsc", ["--noEmit"])],
  ["lint", () => runTool("eslint", ["."])],
  ["format", () => runTool("prettier", ["--check", "--log-level=warn", "."])],
  ["schema", () => runNode(["db/dump-schema.ts", "--check"])],
  ["build", buildApplication],
  ["faults", () => runNode(["test/faults/run.ts"])],
  ["tests", () => runNode(["test/run.ts"])],
];

for (const [name, run] of steps) {
  console.log(`\n== ${name}`);
  const started = performance.now();
  const code = await run();
  if (code !== 0) {
    console.error(`\nStopped at: ${name} (${secondsSince(started)})`);
    process.exit(1);
  }
  // The tests tell their own time: nothing may come after their sum.
  if (name !== "tests") console.log(`   ${name}: ${secondsSince(started)}`);
}
