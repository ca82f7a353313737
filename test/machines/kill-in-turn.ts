import { setTimeout as sleep } from "node:timers/promises";
import type { Crowd } from "../faults/crowd.ts";
import type { Part } from "./part.ts";
import { Readers } from "./readers.ts";
import type { Stage } from "./stage.ts";

/** How long people may wait for signing to go on, in milliseconds. */
const patience = 30_000;
/** How long what cannot be done without stays away, in milliseconds. */
const away = 1500;

type Turn = {
  victim: Part;
  /** Whether people can sign while it is gone. */
  spare: boolean;
  /** Whether nobody who reads may notice. */
  unseen: boolean;
};

/** Who is killed, in which order. */
export const turns = ({ apps: [one, two], replica, pgbouncer, redis, primary }: Stage): Turn[] => [
  { victim: one, spare: true, unseen: false },
  { victim: two, spare: true, unseen: false },
  { victim: replica, spare: true, unseen: true },
  { victim: redis, spare: true, unseen: true },
  { victim: pgbouncer, spare: false, unseen: false },
  { victim: primary, spare: false, unseen: false },
];

/**
 * Kills one part while the crowd signs and others read, lets it be gone, starts it again, and waits until signing goes
 * on. Without a part that can be spared it has to go on before that.
 * @throws when it does not
 */
export async function killAndStart(
  { victim, spare, unseen }: Turn,
  { url, letter, apps }: Stage,
  crowd: Crowd,
): Promise<void> {
  const readers = new Readers(url, [
    `/letters/${letter.slug}`,
    `/letters/${letter.slug}/signatures`,
    `/letters/${letter.slug}.json`,
    "/letters",
  ]);
  const before = crowd.told.signed.size;
  const pids = apps.map((app) => app.pid());
  const killed = performance.now();
  await victim.kill();
  let without = "";
  if (spare) {
    await crowd.goesOn(30, patience);
    without = `, ${crowd.told.signed.size - before} signatures while it was away`;
  } else await sleep(away);
  const started = performance.now();
  await victim.start();
  await crowd.goesOn(30, patience);
  await readers.go();
  const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1);
  console.log(
    `  ${victim.name} killed after ${before} signatures${without}; away ${((started - killed) / 1000).toFixed(1)} s, ` +
      `signing goes on ${seconds(started)} s after its start; ${readers.read} pages read, ${readers.failed.length} not answered`,
  );
  if (unseen && readers.failed.length > 0)
    throw new Error(`${readers.failed.length} readers noticed: ${readers.failed[0]}`);
  for (const [number, app] of apps.entries())
    if (app !== victim && (app.pid() !== pids[number] || !app.runs()))
      throw new Error(`${app.name} ended when ${victim.name} was killed:\n${app.log().slice(-2000)}`);
}
