import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import type { Crowd } from "../faults/crowd.ts";
import { addUp, compare } from "../faults/ledger.ts";
import { Signer } from "../faults/signer.ts";
import type { App, Stage } from "./stage.ts";

type Check = [title: string, run: () => Promise<void>];

/** What has to hold once everything stands again, in this order. */
export const checks = (stage: Stage, crowd: Crowd): Check[] => [
  ["every mail went out", () => mailsAreOut(stage, crowd)],
  ["every acknowledged signature is there, once", () => nothingIsLost(stage, crowd)],
  ["the count is that of the rows", () => countsAgree(stage)],
  ["both processes show the same count", () => processesAgree(stage)],
  ["a kept page of one process shows what was written on the other", () => pagesFollow(stage)],
  ["both processes read pages from the replica", () => replicaIsRead(stage)],
  ["what a replica does not hold yet is read from the primary", () => behindIsPassedOver(stage)],
  ["the replica streams and holds the same", () => replicaHolds(stage)],
];

/** Asks a database on a connection of its own. */
export async function ask<Result>(url: string, act: (sql: postgres.Sql) => Promise<Result>): Promise<Result> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await act(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** Asks again until it holds, 20 s at most. @throws what `wrong` said last */
async function until(wrong: () => Promise<string | null>, patience = 20_000): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    const words = await wrong();
    if (words === null) return;
    if (Date.now() > deadline) throw new Error(words);
    await sleep(100);
  }
}

/** Every mail has gone out, and the crowd is gone. */
export async function mailsAreOut({ primary }: Pick<Stage, "primary">, crowd: Crowd): Promise<void> {
  await ask(primary.url, (sql) =>
    until(async () => {
      const [mails] = await sql<{ unsent: number }[]>`
        select count(*)::int as unsent from mails where sent_at is null`;
      return mails?.unsent === 0 ? null : `${mails?.unsent} mails are not sent`;
      // Jobs of killed processes are taken up after 20 s, and what failed meanwhile is tried again after up to as many.
    }, 60_000),
  );
  await crowd.allGo();
}

/** @throws when an acknowledged signature is not there, or twice */
export async function nothingIsLost(
  { primary, letter }: Pick<Stage, "primary" | "letter">,
  crowd: Crowd,
): Promise<void> {
  const lost = await ask(primary.url, (sql) => compare(sql, letter.id, crowd.told));
  const wrong = [...crowd.wrong, ...lost];
  if (wrong.length > 0) throw new Error(`${wrong.length} wrong: ${wrong.slice(0, 5).join("; ")}`);
  if (crowd.told.confirmed.size === 0) throw new Error("nobody confirmed");
}

async function countsAgree({ primary, letter }: Stage): Promise<void> {
  await ask(primary.url, (sql) =>
    until(async () => ((await addUp(sql, letter.id)).waiting ? "signatures wait to be counted" : null)),
  );
  const { wrong, counted } = await ask(primary.url, (sql) => addUp(sql, letter.id));
  if (wrong.length > 0) throw new Error(wrong.join("; "));
  console.log(`  ${counted} confirmed, counted and numbered`);
}

/** The figure of a letter that a process shows to strangers. */
async function shownBy(app: App, slug: string): Promise<number> {
  const answer = await fetch(`${app.url}/letters/${slug}.json`);
  return ((await answer.json()) as { signatures: { confirmed: number } }).signatures.confirmed;
}

async function processesAgree({ primary, letter, apps }: Stage): Promise<void> {
  const [row] = await ask(
    primary.url,
    (sql) => sql<{ count: number }[]>`select signature_count as count from letters where id = ${letter.id}`,
  );
  await until(async () => {
    const shown = await Promise.all(apps.map((app) => shownBy(app, letter.slug)));
    return shown.every((count) => count === row?.count)
      ? null
      : `shown ${shown.join(" and ")}, held ${row?.count}`;
  });
}

/** Signs and confirms on the first process. @returns the name that the page of the second has to show by then */
async function signOnFirst({ apps, mailbox, url }: Stage, slug: string): Promise<string> {
  const email = `across-${Date.now()}@example.org`;
  const signer = new Signer(url, apps[0].url);
  try {
    await signer.sign(slug, email, "9.8.7.6");
    const mail = await mailbox.waitFor(email);
    const path = new URL(mailbox.linkIn(mail, /^\/signatures\//)).pathname;
    const end = await signer.post(path, { intent: "confirm" }, "9.8.7.6");
    if (end.end !== "answered" || end.status !== 303)
      throw new Error(`not confirmed: ${JSON.stringify(end)}`);
  } finally {
    signer.close();
  }
  return `One of Many, ${email.split("@")[0]}`;
}

/** A kept page of the second process is dropped and made anew when somebody signs on the first. */
async function pagesFollow(stage: Stage, slug = stage.quiet[0]?.slug ?? ""): Promise<void> {
  const roster = async () => {
    const answer = await fetch(`${stage.apps[1].url}/letters/${slug}/signatures`);
    return { kept: answer.headers.has("etag"), text: await answer.text() };
  };
  if (!(await roster()).kept) throw new Error("the page of the second process is not kept");
  const name = await signOnFirst(stage, slug);
  await until(async () => {
    const { kept, text } = await roster();
    return kept && text.includes(name) ? null : `process 2 does not show ${name}`;
  });
}

/** Pages that a process rendered, by where it read them. */
async function renderedFrom(app: App, from: string): Promise<number> {
  const text = await (await fetch(`${app.url}/metrics`)).text();
  return Number(new RegExp(`^tribune_pages_rendered_total\\{from="${from}"\\} (\\d+)`, "m").exec(text)?.[1]);
}

async function replicaIsRead({ apps, quiet }: Stage): Promise<void> {
  for (const app of apps) {
    const before = await renderedFrom(app, "replica");
    await until(async () => {
      // Each time another address: none is kept.
      await (await fetch(`${app.url}/letters/${quiet[1]?.slug}/signatures?after=${Math.random()}`)).text();
      return (await renderedFrom(app, "replica")) > before
        ? null
        : `${app.name} renders nothing from the replica`;
    });
  }
  const figures = await Promise.all(
    apps.map(
      async (app) => `${await renderedFrom(app, "replica")} and ${await renderedFrom(app, "primary")}`,
    ),
  );
  console.log(
    `  pages rendered from the replica and from the primary since their starts: ${figures.join("; ")}`,
  );
}

/** While the replica replays nothing, what is written meanwhile is shown all the same. */
async function behindIsPassedOver(stage: Stage): Promise<void> {
  const admin = `postgres://postgres@127.0.0.1:${stage.replica.port}/tribune`;
  await ask(admin, (sql) => sql`select pg_wal_replay_pause()`);
  try {
    await pagesFollow(stage, stage.quiet[1]?.slug);
    const [held] = await ask(
      stage.replica.url,
      (sql) => sql<{ rows: number }[]>`
        select count(*)::int as rows from signatures where letter_id = ${stage.quiet[1]?.id ?? 0}`,
    );
    if (held?.rows !== 0) throw new Error("the replica was not behind");
  } finally {
    await ask(admin, (sql) => sql`select pg_wal_replay_resume()`);
  }
}

async function replicaHolds({ primary, replica, letter }: Stage): Promise<void> {
  const count = (url: string) =>
    ask(
      url,
      (sql) => sql<{ rows: number }[]>`
        select count(*)::int as rows from signatures where letter_id = ${letter.id}`,
    ).then(([row]) => row?.rows);
  const held = await count(primary.url);
  const [stream] = await ask(
    `postgres://postgres@127.0.0.1:${primary.port}/postgres`,
    (sql) => sql<{ state: string }[]>`select state from pg_stat_replication`,
  );
  if (stream?.state !== "streaming") throw new Error(`the replica is ${stream?.state ?? "away"}`);
  await until(async () => {
    const there = await count(replica.url);
    return there === held ? null : `the primary holds ${held} signatures, the replica ${there}`;
  });
}
