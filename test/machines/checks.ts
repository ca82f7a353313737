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
  ["the replica streams and holds the same", () => replicaHolds(stage)],
];

async function ask<Result>(url: string, act: (sql: postgres.Sql) => Promise<Result>): Promise<Result> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await act(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** Asks again until it holds, 20 s at most. @throws what `wrong` said last */
async function until(wrong: () => Promise<string | null>): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const words = await wrong();
    if (words === null) return;
    if (Date.now() > deadline) throw new Error(words);
    await sleep(100);
  }
}

async function mailsAreOut({ primary }: Stage, crowd: Crowd): Promise<void> {
  await ask(primary.url, (sql) =>
    until(async () => {
      const [mails] = await sql<{ unsent: number }[]>`
        select count(*)::int as unsent from mails where sent_at is null`;
      return mails?.unsent === 0 ? null : `${mails?.unsent} mails are not sent`;
    }),
  );
  await crowd.allGo();
}

async function nothingIsLost({ primary, letter }: Stage, crowd: Crowd): Promise<void> {
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
    return shown.every((count) => count === row?.count) ? null : `shown ${shown.join(" and ")}, held ${row?.count}`;
  });
}

async function pagesFollow({ letter, apps, mailbox, url }: Stage): Promise<void> {
  const [one, two] = apps;
  const roster = async () => {
    const answer = await fetch(`${two.url}/letters/${letter.slug}/signatures`);
    return { kept: answer.headers.has("etag"), text: await answer.text() };
  };
  const email = `across-${Date.now()}@example.org`;
  const name = `One of Many, ${email.split("@")[0]}`;
  const before = await roster();
  if (!before.kept || before.text.includes(name)) throw new Error("the page of the second process is not kept");
  const signer = new Signer(url, one.url);
  try {
    await signer.sign(letter.slug, email, "9.8.7.6");
    const mail = await mailbox.waitFor(email);
    const path = new URL(mailbox.linkIn(mail, /^\/signatures\//)).pathname;
    const end = await signer.post(path, { intent: "confirm" }, "9.8.7.6");
    if (end.end !== "answered" || end.status !== 303) throw new Error(`not confirmed: ${JSON.stringify(end)}`);
  } finally {
    signer.close();
  }
  await until(async () => {
    const { kept, text } = await roster();
    return kept && text.includes(name) ? null : `process 2 does not show ${name}`;
  });
}

async function replicaHolds({ primary, replica, letter }: Stage): Promise<void> {
  const count = (url: string) =>
    ask(
      url,
      (sql) => sql<{ rows: number }[]>`
        select count(*)::int as rows from signatures where letter_id = ${letter.id}`,
    ).then(([row]) => row?.rows);
  const held = await count(primary.url);
  await until(async () => {
    const there = await count(replica.url);
    return there === held ? null : `the primary holds ${held} signatures, the replica ${there}`;
  });
}
