import { latencyText } from "./ask-openly.ts";
import type { Group } from "./bench.ts";
import { type CrowdRun, runCrowd } from "./crowd-run.ts";
import { digits, once, type Planned, type Seen } from "./rows.ts";

const serverFaults = ({ statuses }: { statuses: Record<string, number> }) =>
  Object.entries(statuses)
    .filter(([status]) => Number(status) >= 500)
    .reduce((sum, [, times]) => sum + times, 0);

/** One hot letter in the evening news, open loop. */
export const crowd: Group = (bench) => {
  const ran = once(() => runCrowd(bench));
  const signatures = bench.stretch ? 350 : 120;
  const row = (what: string, aim: Planned["aim"], see: (run: CrowdRun) => Seen | Promise<Seen>) => ({
    what: `crowd, ${what}`,
    aim,
    measure: async () => see(await ran()),
  });
  return [
    row(`signing ${signatures} a second, p99`, { below: 500, unit: "ms" }, ({ signing }) => ({
      figure: signing.p99,
      seen: `${digits(signing.answeredPerSecond)}/s: ${latencyText(signing)}`,
    })),
    row("confirming by the link of the mail, p99", { below: 500, unit: "ms" }, ({ mails }) => ({
      figure: mails.p99,
      seen: latencyText(mails),
    })),
    row("reading 1,500 a second, p99", { below: 200, unit: "ms" }, ({ reading }) => ({
      figure: reading.p99,
      seen: `${digits(reading.answeredPerSecond)}/s: ${latencyText(reading)}; ${reading.statuses["304"] ?? 0} of ${reading.asked} were 304`,
    })),
    row("answers of 500 and more", { exactly: 0 }, ({ signing, reading, mails }) => ({
      figure: serverFaults(signing) + serverFaults(reading) + mails.serverFaults,
      seen: `of ${(signing.asked + reading.asked + mails.confirmed + mails.failed).toLocaleString("en")}`,
    })),
    row("asks that failed in any way", { exactly: 0 }, ({ signing, reading, mails }) => ({
      figure: signing.failed + reading.failed + mails.failed,
      seen: `signing ${signing.failed}, reading ${reading.failed}, confirming ${mails.failed}`,
    })),
    row("age of the count shown, at worst", { most: 5, unit: "s" }, async ({ countAge }) => {
      const { worst, median, looks } = await countAge;
      return { figure: worst, seen: `median ${digits(median)} s, ${looks} looks` };
    }),
    row("from signing to confirmed, p99", { most: 2, unit: "s" }, ({ confirmedWithin, mails }) => ({
      figure: confirmedWithin,
      seen: `${mails.mails.toLocaleString("en")} mails delivered`,
    })),
    row(
      "acknowledged signatures that are missing",
      { exactly: 0 },
      ({ acknowledged, written, confirmed }) => ({
        figure: Math.max(0, acknowledged - written) + Math.max(0, acknowledged - confirmed),
        seen: `${acknowledged.toLocaleString("en")} acknowledged, ${written.toLocaleString("en")} written, ${confirmed.toLocaleString("en")} confirmed`,
      }),
    ),
    row("count less confirmed rows, at the end", { exactly: 0 }, ({ count, rows, lastNumber }) => ({
      figure: Math.abs(count - rows) + Math.abs(lastNumber - rows),
      seen: `count ${count.toLocaleString("en")}, rows ${rows.toLocaleString("en")}, last number ${lastNumber.toLocaleString("en")}`,
    })),
  ];
};
