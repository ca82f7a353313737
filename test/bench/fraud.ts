import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beginInvalidation } from "#app/signatures/invalidate-signatures.server.ts";
import { Condition } from "#app/signatures/invalidation.ts";
import { listInvalidations, reviewerOf } from "#app/signatures/review-signatures.server.ts";
import { closeSql } from "#db/sql.ts";
import { acknowledges, madeUpAddress, Signer } from "../faults/signer.ts";
import { makeAccount, makeLetter } from "../made-up.ts";
import { askOpenly, latencyText } from "./ask-openly.ts";
import type { Bench, Group } from "./bench.ts";
import { pin } from "./load.ts";
import { digits, once as shared, type Seen } from "./rows.ts";
import { signOpenly } from "./signing.ts";

/**
 * What defence against fraud must not cost: exact counts, and that others sign meanwhile. Shorter with
 * `--crowd-seconds` below 300: as many signatures less.
 */
export const fraud: Group = (bench) => {
  const part = Math.min(1, bench.crowdSeconds / 300);
  const letter = shared(() => newLetter(bench));
  return [
    {
      what: `the count after ${digits(50_000 * part)} forms by 32 clients, a fifth of them sent twice: wrong by`,
      aim: { exactly: 0 },
      measure: () => countExactly(bench, 50_000 * part),
    },
    {
      what: `signing 60 a second while ${digits(100_000 * part)} signatures are invalidated, p99 to p99 without`,
      aim: { below: 3 },
      measure: async () => signMeanwhile(bench, await letter(), Math.round(100_000 * part)),
    },
  ];
};

type Place = { id: number; slug: string; account: Awaited<ReturnType<typeof makeAccount>> };

/** A letter of this group's own. Verbs run in this process, on the stage's database. */
async function newLetter({ stage }: Bench): Promise<Place> {
  process.env.DATABASE_URL = stage.databaseUrl;
  const account = await makeAccount({ email: `fraud-${Date.now()}@example.org`, role: "moderator" });
  return { ...(await makeLetter(account)), account };
}

/** Many sign, some of them twice, and confirm by the link of a mail that really left. */
async function countExactly(bench: Bench, forms: number): Promise<Seen> {
  const { stage } = bench;
  const { id, slug } = await newLetter(bench);
  const people = fork(join(import.meta.dirname, "mail-reader.ts"));
  try {
    const [{ url }] = (await once(people, "message")) as [{ url: string }];
    pin(people.pid ?? 0, 1);
    await stage.serve({ SMTP_URL: url });
    const begun = performance.now();
    let sent = 0;
    let taken = 0;
    const client = async () => {
      const signer = new Signer(stage.url);
      while (sent < forms) {
        const number = sent++;
        // Each fifth form is an earlier one once more, mostly by another client at the same moment.
        const who = number % 5 === 4 ? number - 1 - (number % 3) : number;
        if (acknowledges(await signer.sign(slug, `fifty-${who}@example.org`, madeUpAddress(number)))) taken++;
      }
      signer.close();
    };
    await Promise.all(Array.from({ length: 32 }, client));
    const perSecond = taken / ((performance.now() - begun) / 1000);
    const people80 = Math.ceil(forms) - Math.floor(Math.ceil(forms) / 5);
    const now = await settled(stage.sql, id, people80);
    return {
      figure: Math.abs(now.count - people80) + Math.abs(now.confirmed - now.count) + (now.last - now.count),
      seen: `${digits(taken)} taken, ${digits(perSecond)}/s; ${digits(people80)} people, counted ${digits(now.count)}, confirmed ${digits(now.confirmed)}, last number ${digits(now.last)}, held ${now.held}`,
    };
  } finally {
    people.kill();
    await stage.serve();
    await closeSql();
  }
}

/** Waits up to two minutes until so many are counted. */
async function settled(sql: Bench["stage"]["sql"], letterId: number, expected: number) {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const [now] = await sql<{ count: number; confirmed: number; held: number; last: number }[]>`
      select l.signature_count as count, count(*) filter (where s.state = 'confirmed')::int as confirmed,
        count(*) filter (where s.state = 'held')::int as held, coalesce(max(s.number), 0) as last
      from letters l left join signatures s on s.letter_id = l.id where l.id = ${letterId} group by l.id`;
    if (!now) throw new Error("the letter is gone");
    if (now.count >= expected || Date.now() > deadline) return now;
    await sleep(500);
  }
}

async function signMeanwhile({ stage }: Bench, letter: Place, many: number): Promise<Seen> {
  process.env.DATABASE_URL = stage.databaseUrl;
  await stage.sql`
    insert into signatures (letter_id, version_number, signer_key, name, email, name_shown, keep_informed, language, network,
      state, confirmed_at, hold_reasons)
    select ${letter.id}, 1, 'bulk' || n, 'Bulk ' || n, 'bulk' || n || '@bots.example', true, false, 'en', 'N-192000002000',
      'confirmed', now(), '{burst}'
    from generate_series(1, ${many}) n`;
  await stage.settle();
  const sign = async (seconds: number) => {
    const [outcome] = await askOpenly({
      url: stage.url,
      seconds,
      streams: [{ name: "sign", perSecond: 60, asks: [signOpenly(letter.slug)] }],
    });
    if (!outcome || outcome.failed > 0)
      throw new Error(`answers were no success: ${JSON.stringify(outcome?.statuses)}`);
    return outcome;
  };
  try {
    const without = await sign(10);
    const reviewer = await reviewerOf(letter.slug, letter.account);
    if (!reviewer) throw new Error("no reviewer");
    const meanwhile = sign(10);
    // After the seconds in which the load generator is cold.
    await sleep(2500);
    const begun = performance.now();
    await beginInvalidation(reviewer, Condition.parse({ domain: "bots.example" }), {
      reason: "not-a-person",
      note: "",
    });
    let took = 0;
    while (took === 0 && performance.now() - begun < 120_000) {
      const [now] = await listInvalidations(reviewer);
      if (now?.state === "done") took = (performance.now() - begun) / 1000;
      else await sleep(100);
    }
    const during = await meanwhile;
    return {
      figure: during.p99 / without.p99,
      seen: `invalidated in ${took === 0 ? "more than 120" : digits(took)} s; meanwhile ${latencyText(during)}; without ${latencyText(without)}`,
    };
  } finally {
    await closeSql();
  }
}
