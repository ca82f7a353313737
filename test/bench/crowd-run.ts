import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { askOpenly } from "./ask-openly.ts";
import { type Bench, page } from "./bench.ts";
import { type CountAge, watchCount } from "./count-age.ts";
import { letters } from "./data.ts";
import { pin } from "./load.ts";
import type { ReadMails } from "./mail-reader.ts";
import type { Outcome, Stream } from "./open-loop.ts";
import { signOpenly } from "./signing.ts";

export type CrowdRun = {
  signing: Outcome;
  reading: Outcome;
  mails: ReadMails;
  /** A promise of its own: when the page cannot be looked at, the other figures stand. */
  countAge: Promise<CountAge>;
  /** Signatures of this run that were acknowledged, that are in the database, and that are confirmed there. */
  acknowledged: number;
  written: number;
  confirmed: number;
  /** 99 of 100 were confirmed within this many seconds from signing: mail and all. */
  confirmedWithin: number;
  /** The letter's count, the confirmed rows, and the highest number given, once all is done. */
  count: number;
  rows: number;
  lastNumber: number;
};

const readersPerSecond = 1500;
const { slug } = letters.crowd;
const reader = { "Accept-Encoding": "br" };
const reading: Stream = {
  name: "read",
  perSecond: readersPerSecond,
  asks: [
    { share: 80, path: page(slug), headers: reader, returning: 0.5 },
    { share: 10, path: page(slug, "/signatures"), headers: reader, returning: 0.5 },
    { share: 10, path: page(slug, "/discussion"), headers: reader, returning: 0.5 },
  ],
};

/** How long half of the crowd is there before it is measured, in seconds: a server that runs for days has compiled its code. */
const warmUpSeconds = 20;

/**
 * One hot letter: people sign and confirm by the link of a mail that really left, others read. The server runs with
 * a mail server for it.
 * @param given.environment further settings of the server; `given.around` does what lasts as long as the asking
 */
export async function runCrowd(
  { stage, crowdSeconds, stretch }: Bench,
  given: { environment?: Record<string, string>; around?: (ask: () => Promise<void>) => Promise<void> } = {},
): Promise<CrowdRun> {
  const signers: Stream = { name: "sign", perSecond: stretch ? 350 : 120, asks: [signOpenly(slug)] };
  const people = fork(join(import.meta.dirname, "mail-reader.ts"));
  try {
    const [{ url: smtpUrl }] = (await once(people, "message")) as [{ url: string }];
    pin(people.pid ?? 0, 1);
    await stage.settle();
    await stage.serve({ ...given.environment, SMTP_URL: smtpUrl });
    const warmUp = [reading, signers].map((stream) => ({ ...stream, perSecond: stream.perSecond / 2 }));
    await askOpenly({ url: stage.url, seconds: warmUpSeconds, streams: warmUp });
    await sleep(2000);
    people.send("begin");
    const [before] = await stage.sql<{ id: string; rows: number }[]>`
      select l.id, count(s.id)::int as rows from letters l join signatures s on s.letter_id = l.id
      where l.slug = ${slug} group by l.id`;
    const letterId = Number(before?.id);
    const counting = new AbortController();
    const watching = watchCount(stage, slug, letterId, counting.signal);
    // Heard at once, or a fault in the middle would end the bench; the row tells it.
    watching.catch(() => undefined);
    let outcomes: Outcome[] = [];
    const ask = async () => {
      outcomes = await askOpenly({ url: stage.url, seconds: crowdSeconds, streams: [reading, signers] });
    };
    await (given.around ?? ((asking) => asking()))(ask);
    const [read, signed] = outcomes;
    if (!read || !signed) throw new Error("the load generator said nothing");
    const acknowledged = signed.statuses["303"] ?? 0;
    const after = await settle(stage.sql, letterId, (before?.rows ?? 0) + acknowledged);
    counting.abort();
    const countAge = watching;
    await countAge.catch(() => undefined);
    people.send("end");
    const [mails] = (await once(people, "message")) as [ReadMails];
    const written = after.written - (before?.rows ?? 0);
    const confirmed = after.rows - (before?.rows ?? 0);
    return { ...after, signing: signed, reading: read, mails, countAge, acknowledged, written, confirmed };
  } finally {
    people.kill();
  }
}

/** Waits up to 60 s until all signatures are confirmed and counted, and 2 s longer. */
async function settle(sql: Bench["stage"]["sql"], letterId: number, expected: number) {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const [now] = await sql<
      { written: number; rows: number; count: number; lastNumber: number; confirmedWithin: number }[]
    >`
      select count(*)::int as written, count(*) filter (where s.state = 'confirmed')::int as rows,
        l.signature_count as count, coalesce(max(s.number), 0) as "lastNumber",
        extract(epoch from percentile_cont(0.99) within group (order by s.confirmed_at - s.created_at))::float as "confirmedWithin"
      from letters l join signatures s on s.letter_id = l.id where l.id = ${letterId} group by l.id`;
    if (!now) throw new Error("the letter is gone");
    if ((now.rows >= expected && now.count >= expected) || Date.now() > deadline) return now;
    await sleep(1000);
  }
}
