import { setTimeout as sleep } from "node:timers/promises";
import { Crowd } from "../faults/crowd.ts";
import { ask, mailsAreOut, nothingIsLost } from "./checks.ts";
import type { Stage } from "./stage.ts";

/** How long people may wait for signing to go on once the replica is the primary, in milliseconds. */
const patience = 120_000;

/**
 * Loses the primary for good while people sign, and does what docs/operating.md says: promotes the replica, that
 * signatures have waited for, and leads everything to it.
 * @throws when signing does not go on, or what was acknowledged before or after is not there
 */
export async function failOver(stage: Stage): Promise<void> {
  const { primary, replica } = stage;
  const admin = `postgres://postgres@127.0.0.1:${primary.port}/postgres`;
  await ask(admin, (sql) => sql`alter system set synchronous_standby_names = 'ANY 1 (replica)'`);
  await ask(admin, (sql) => sql`select pg_reload_conf()`);
  await ask(admin, async (sql) => {
    const deadline = Date.now() + patience;
    for (;;) {
      const [standby] = await sql<{ state: string }[]>`select sync_state as state from pg_stat_replication`;
      if (standby?.state === "quorum") return;
      if (Date.now() > deadline) throw new Error(`the replica is ${standby?.state ?? "away"}`);
      await sleep(50);
    }
  });

  const crowd = new Crowd(stage, [502, 503, 504]);
  crowd.come(8, 2);
  await crowd.goesOn(200, patience);
  const before = crowd.told.signed.size;
  const lost = performance.now();
  await primary.kill();
  await replica.promote();
  const promoted = performance.now();
  await stage.leadTo(replica);
  await crowd.goesOn(100, patience);
  const onward = performance.now();
  await crowd.signersGo();
  const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`;
  console.log(
    `  primary lost after ${before} signatures; the replica promoted after ${seconds(lost, promoted)}, ` +
      `100 more signatures ${seconds(promoted, onward)} later, ${crowd.told.signed.size} in all`,
  );
  const now = { ...stage, primary: replica };
  await mailsAreOut(now, crowd);
  // The mailbox still holds mails from before, also of other letters, and this crowd confirmed those, too.
  for (const email of crowd.told.confirmed)
    if (!crowd.told.signed.has(email)) crowd.told.confirmed.delete(email);
  await nothingIsLost(now, crowd);
}
