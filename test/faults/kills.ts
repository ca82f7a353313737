import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";
import { Crowd } from "./crowd.ts";
import { install, type Installation } from "./installation.ts";
import { addUp, compare } from "./ledger.ts";
import type { Random } from "./random.ts";

/** How long a victim may take to be back and acknowledge signatures again, in milliseconds. */
const patience = 30_000;

type Victim = { name: string; kill: () => Promise<void> };

/**
 * Lets 32 clients sign while now the app and now PostgreSQL is killed at random moments, and compares after each
 * recovery what the clients were told with what the database holds.
 * @returns what was wrong, in words
 */
export async function killAndCompare(kills: number, random: Random): Promise<string[]> {
  const installation = await install();
  const wrong: string[] = [];
  try {
    const crowd = new Crowd(installation);
    const started = performance.now();
    crowd.come(32, 4);
    await crowd.goesOn(100, patience);
    for (let number = 0; number < kills; number++) {
      await sleep(random.between(200, 1800));
      const { name, kill } = nextVictim(number, installation, random);
      const before = crowd.told.signed.size;
      const killed = performance.now();
      await kill();
      await crowd.goesOn(32, patience);
      const back = performance.now() - killed;
      const found = await installation.ask((sql) => compare(sql, installation.letter.id, crowd.told));
      console.log(
        `  kill ${number + 1}: ${name} after ${before} signatures; going on ${(back / 1000).toFixed(1)} s later${found.length ? `; ${found.length} WRONG` : ""}`,
      );
      wrong.push(...found);
    }
    await crowd.signersGo();
    const seconds = (performance.now() - started) / 1000;
    const signed = crowd.told.signed.size;
    wrong.push(...(await atTheEnd(installation, crowd)), ...crowd.wrong);
    console.log(
      `  ${signed} signatures acknowledged in ${seconds.toFixed(1)} s; ${crowd.cut} requests cut and ${crowd.toldToComeBack} told to come back, each asked again`,
    );
  } finally {
    await installation.close();
  }
  return wrong;
}

function nextVictim(number: number, installation: Installation, random: Random): Victim {
  if (number % 2 === 0) return { name: "the app", kill: () => installation.replace() };
  if (random.next() < 0.65)
    return {
      name: "PostgreSQL",
      kill: async () => void process.kill(await installation.postmaster(), "SIGKILL"),
    };
  return {
    name: "one connection's process of PostgreSQL",
    kill: async () => {
      const serving = await installation.ask(
        (sql) => sql<{ pid: number }[]>`select pid from pg_stat_activity where application_name = 'tribune'`,
      );
      const victim = random.oneOf(serving.map(({ pid }) => pid));
      if (victim) process.kill(victim, "SIGKILL");
    },
  };
}

/** The last comparison, once mails have gone out, a share is confirmed, and the sequencer has caught up. */
async function atTheEnd(installation: Installation, crowd: Crowd): Promise<string[]> {
  const { letter } = installation;
  return installation.ask(async (sql) => {
    const mails = await mailsGoOut(sql);
    await crowd.allGo();
    for (let tries = 0; tries < 50 && (await addUp(sql, letter.id)).waiting; tries++) await sleep(100);
    const { wrong, counted } = await addUp(sql, letter.id);
    console.log(
      `  ${counted} confirmed, counted and numbered; ${mails.sent} mails sent, ${mails.open} still queued, ${mails.later} to be tried again later, ${mails.stuck} held by dead workers`,
    );
    if (mails.stuck > 0) wrong.push(`${mails.stuck} mails are held by workers that are dead`);
    return [...wrong, ...(await compare(sql, letter.id, crowd.told))];
  });
}

type Mails = { sent: number; open: number; later: number; stuck: number };

/** Waits until no mail is due, 20 s at most. What is still locked after ten seconds is held by the dead. */
async function mailsGoOut(sql: postgres.Sql): Promise<Mails> {
  const look = async () =>
    (
      await sql<Mails[]>`
        select (select count(*)::int from mails where sent_at is not null) as sent,
          count(*) filter (where run_at <= now())::int + (select count(*)::int from mails where to_queue) as open,
          count(*) filter (where run_at > now() and locked_at is null)::int as later,
          count(*) filter (where locked_at < now() - interval '10 seconds')::int as stuck
        from graphile_worker.jobs where task_identifier = 'send-mails'`
    )[0] ?? { sent: 0, open: 0, later: 0, stuck: 0 };
  let mails = await look();
  for (let waited = 0; waited < 40 && mails.open > 0 && mails.stuck === 0; waited++) {
    await sleep(500);
    mails = await look();
  }
  return mails;
}
