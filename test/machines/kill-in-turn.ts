import { setTimeout as sleep } from "node:timers/promises";
import type { Crowd } from "../faults/crowd.ts";
import { signFields } from "../faults/signer.ts";
import type { Part } from "./part.ts";
import { Readers } from "./readers.ts";
import type { App, Stage } from "./stage.ts";

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
  const refused = await refusedAtTheDoor(apps);
  const pids = apps.map((app) => app.pid());
  const killed = performance.now();
  await victim.kill();
  let without = "";
  if (spare) {
    await crowd.goesOn(30, patience);
    without = `, ${crowd.told.signed.size - before} signatures while it was away`;
  } else {
    await sleep(away);
    await keepsWhatWasTyped(url, letter.slug);
  }
  const started = performance.now();
  await victim.start();
  const again = performance.now();
  await crowd.goesOn(30, patience);
  const onward = performance.now();
  await readers.go();
  const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`;
  console.log(
    `  ${victim.name} killed after ${before} signatures${without}; started after ${seconds(killed, started)}, ` +
      `there ${seconds(started, again)} later, 30 more signatures ${seconds(again, onward)} later; ` +
      `${readers.read} pages read meanwhile, ${readers.failed.length} not answered`,
  );
  // A machine that is too busy tells some to come back, whoever was killed.
  if (unseen && readers.failed.length > (await refusedAtTheDoor(apps)) - refused)
    throw new Error(`${readers.failed.length} readers noticed: ${readers.failed[0]}`);
  for (const [number, app] of apps.entries())
    if (app !== victim && (app.pid() !== pids[number] || !app.runs()))
      throw new Error(`${app.name} ended when ${victim.name} was killed:\n${app.log().slice(-2000)}`);
}

/** @throws unless the answer to a form, while nothing can be written, holds what was typed and offers to send it again */
async function keepsWhatWasTyped(url: string, slug: string): Promise<void> {
  const email = "kept@example.org";
  const answer = await fetch(`${url}/letters/${slug}/sign`, {
    ...{ method: "POST", headers: { Origin: url }, redirect: "manual" },
    body: new URLSearchParams(await signFields(email)),
  });
  const page = await answer.text();
  if (answer.status !== 503 || !page.includes(email))
    throw new Error(`a form was answered with ${answer.status} and without what was typed`);
}

/** How many requests the processes have refused for want of room since they started; none for one that is away. */
async function refusedAtTheDoor(apps: App[]): Promise<number> {
  const each = apps.map(async ({ url }) => {
    const answer = await fetch(`${url}/metrics`).catch(() => undefined);
    return Number(/^tribune_requests_refused_total (\d+)/m.exec((await answer?.text()) ?? "")?.[1] ?? 0);
  });
  return (await Promise.all(each)).reduce((sum, one) => sum + one, 0);
}
