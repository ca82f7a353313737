import { parseArgs } from "node:util";
import { buildOnce } from "#app/server/application.ts";
import { buildApplication } from "../program.ts";
import type { Bench, Group } from "./bench.ts";
import { crowd } from "./crowd.ts";
import { letters } from "./data.ts";
import { fraud } from "./fraud.ts";
import { growth } from "./growth.ts";
import { canPin } from "./load.ts";
import { memory } from "./memory.ts";
import { pages } from "./pages.ts";
import { machine, writePerformancePage } from "./performance-page.ts";
import { profile } from "./profile.ts";
import { isMet, line, measureRow, type Row, table } from "./rows.ts";
import { search } from "./search.ts";
import { signing } from "./signing.ts";
import { openStage } from "./stage.ts";
import { together } from "./together.ts";

const usage = `npm run bench                              every row, three rounds of five seconds each, a crowd for five minutes
npm run bench -- --only pages,crowd        only these groups of: pages, growth, search, signing, fraud, together, crowd, memory
npm run bench -- --seconds 1 --rounds 1 --crowd-seconds 20     shorter
npm run bench -- --stretch                 the crowd signs 350 times a second instead of 120
npm run bench -- --write                   writes the table into docs/performance.md
npm run bench -- --profile                 tells where the time of the signed-in letter page, of signing and of the crowd goes
npm run bench -- --database URL            on a PostgreSQL of yours, in a database that is dropped again`;

// Memory comes last: it is the most of all that was before.
const groups: Record<string, Group> = { pages, growth, search, signing, fraud, together, crowd, memory };

function readArguments() {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    options: {
      ...{ seconds: text, rounds: text, "crowd-seconds": text, only: text, database: text },
      ...{ stretch: flag, write: flag, profile: flag },
    },
  });
  const number = (name: "seconds" | "rounds" | "crowd-seconds", otherwise: number) => {
    const value = Number(values[name] ?? otherwise);
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is not a whole number from 1`);
    return value;
  };
  const only = values.only?.split(",") ?? Object.keys(groups);
  for (const name of only) if (!groups[name]) throw new Error(`there is no group of rows "${name}"`);
  if (values.write && (values.only || values.profile)) throw new Error("--write needs every row");
  return {
    ...values,
    only,
    seconds: number("seconds", 5),
    rounds: number("rounds", 3),
    crowdSeconds: number("crowd-seconds", 300),
  };
}

async function main(): Promise<void> {
  const wanted = readArguments();
  await buildOnce(buildApplication);
  console.log("Making a database of 1,002,000 signatures and 100,200 comments …");
  const stage = await openStage(letters, wanted.database);
  try {
    if (!canPin()) console.log("Nothing is pinned to a core: taskset is missing.");
    const { seconds, rounds, crowdSeconds, stretch } = wanted;
    const bench: Bench = { stage, seconds, rounds, crowdSeconds, stretch };
    if (wanted.profile) return await profile(bench);
    const rows: Row[] = [];
    for (const name of wanted.only) {
      console.log(name);
      for (const planned of groups[name]?.(bench) ?? []) {
        const row = await measureRow(planned);
        rows.push(row);
        console.log(`  ${line(row)}`);
      }
    }
    const day = new Date().toISOString().slice(0, 10);
    const command = ["npm run bench", ...(process.argv.length > 2 ? ["--", ...process.argv.slice(2)] : [])];
    const measured = `${day}, ${machine(stage.postgresVersion)}: \`${command.join(" ")}\`\n\n${table(rows)}`;
    console.log(`\n${measured}`);
    if (wanted.write) await writePerformancePage(measured);
    const missed = rows.filter((row) => isMet(row) === false).length;
    const unmeasured = rows.filter((row) => isMet(row) === null).length;
    console.log(`\n${rows.length - missed - unmeasured} met, ${missed} missed, ${unmeasured} not measured`);
  } finally {
    await stage.close();
  }
}

try {
  await main();
} catch (fault) {
  console.error(`${fault instanceof Error ? fault.message : String(fault)}\n\n${usage}`);
  process.exitCode = 1;
}
