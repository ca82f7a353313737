import { setTimeout as sleep } from "node:timers/promises";
import { readFile } from "node:fs/promises";
import * as Y from "yjs";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { sharedFrom, textName } from "#app/together/shared-text.ts";
import type { DocumentNode } from "#app/letters/document.ts";
import { mostSeats } from "#app/together/drafting.server.ts";
import { logInAt } from "../asking.ts";
import { Typist } from "../typist.ts";
import type { Group } from "./bench.ts";
import { little } from "./data.ts";
import { openStage, type Stage } from "./stage.ts";

/** Twenty printed pages: 3,000 characters each. */
const twentyPages: DocumentNode = {
  type: "doc",
  content: Array.from({ length: 100 }, (_, paragraph) => ({
    type: "paragraph",
    content: [{ type: "text", text: `Paragraph ${paragraph}. ${"Rules that one can read. ".repeat(24)}` }],
  })),
};
const people = 20;
const drafts = 200;

/**
 * Drafts that many have open at once, on a server of their own that is pinned to a core like the others; those who type
 * are processes of the other core.
 */
export const together: Group = ({ seconds }) => {
  const own =
    <Seen>(work: (stage: Stage) => Promise<Seen>) =>
    async () => {
      const stage = await openStage(little);
      try {
        return await work(stage);
      } finally {
        await stage.close();
      }
    };
  return [
    {
      what: `${people} people typing five keys a second each in a draft of 20 pages: from a key to the other screens`,
      aim: { below: 100, unit: "ms" },
      measure: own((stage) => typing(stage, Math.max(5, seconds * 3))),
    },
    {
      what: `memory of the server with ${drafts} drafts of 20 pages open`,
      aim: { below: 400, unit: "MB" },
      measure: own(opening),
    },
    {
      what: "opening a draft of 100,000 updates, to one of 100",
      aim: { most: 2 },
      measure: own(compared),
    },
  ];
};

async function makeDrafts(stage: Stage, number: number, document = twentyPages): Promise<number[]> {
  const owen = sampleAccounts[1];
  const made = await stage.sql<{ id: string }[]>`
    insert into letters (slug, language, title, summary, author_kind, author_name, addressees, draft, created_by, edited_by)
    select 'bench-' || n || '-' || ${String(Math.random()).slice(2, 8)}, 'en', 'Draft ' || n, '', 'person', '', '{}',
      ${stage.sql.json(document as never)}, a.id, a.id
    from generate_series(1, ${number}) n, accounts a where a.email = ${owen?.email ?? ""} returning id`;
  return made.map(({ id }) => Number(id));
}

/** Sessions of accounts that may sit at all these drafts. */
async function logIn(stage: Stage, accounts: number, letterIds: number[]): Promise<string[]> {
  const owen = sampleAccounts[1];
  if (!owen) throw new Error("there is no sample account");
  const cookies: string[] = [];
  for (let n = 0; n < accounts; n++) {
    const email = `typist-${n}-${letterIds[0]}@example.org`;
    await stage.sql`
      with made as (
        insert into accounts (email, name, password_hash, language)
        select ${email}, ${`Typist ${n}`}, password_hash, 'en' from accounts where email = ${owen.email} returning id
      )
      insert into co_authors (letter_id, account_id, role)
      select l, made.id, 'editor' from made, unnest(${letterIds}::bigint[]) l`;
    await stage.sql`delete from rate_limits`;
    cookies.push(await logInAt(stage.url, { email, password: owen.password }));
  }
  return cookies;
}

async function typing(stage: Stage, seconds: number) {
  const letterIds = await makeDrafts(stage, 1);
  const [letterId = 0] = letterIds;
  const cookies = await logIn(stage, people, letterIds);
  const typists = await Promise.all(cookies.map((cookie) => new Typist(stage.url, cookie, letterId).ready()));
  const took: number[] = [];
  const sent = new Map<number, { clock: number; at: number }[]>();
  // Three screens are looked at: to look at all would be the load of twenty browsers on one core.
  for (const screen of typists.slice(0, 3)) {
    const seen = new Map<number, number>();
    screen.shared.on("update", () => {
      const now = performance.now();
      for (const [client, keys] of sent) {
        if (client === screen.shared.clientID) continue;
        const clock = Y.getState(screen.shared.store, client);
        let next = seen.get(client) ?? 0;
        for (let key = keys[next]; key && key.clock < clock; key = keys[++next]) took.push(now - key.at);
        seen.set(client, next);
      }
    });
  }
  const timers = typists.map(({ shared }, n) => {
    const block = shared.getXmlFragment(textName).get(n * 4) as Y.XmlElement;
    const line = block.get(0) as Y.XmlText;
    const keys: { clock: number; at: number }[] = [];
    sent.set(shared.clientID, keys);
    return setInterval(() => {
      keys.push({ clock: Y.getState(shared.store, shared.clientID), at: performance.now() });
      line.insert(Math.floor(line.length / 2), "k");
    }, 190 + n);
  });
  await sleep(seconds * 1000);
  timers.forEach(clearInterval);
  const last = typists[0] as Typist;
  await last.settled(20_000);
  await sleep(500);
  const keys = [...sent.values()].reduce((sum, each) => sum + each.length, 0);
  for (const typist of typists) typist.leave();
  const sorted = took.sort((one, other) => one - other);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return {
    figure: at(0.95),
    seen: `95 % within; half within ${at(0.5).toFixed(1)} ms, worst ${at(1).toFixed(0)} ms, ${keys} keys`,
  };
}

async function opening(stage: Stage) {
  const letterIds = await makeDrafts(stage, drafts);
  const cookies = await logIn(stage, Math.ceil(drafts / (mostSeats - 2)), letterIds);
  const typists: Typist[] = [];
  for (const [n, letterId] of letterIds.entries()) {
    const typist = new Typist(stage.url, cookies[n % cookies.length] ?? "", letterId);
    typists.push(await typist.ready());
    typist.type(" Open.");
  }
  await Promise.all(typists.map((typist) => typist.settled(30_000)));
  const status = await readFile(`/proc/${stage.pid()}/status`, "utf8");
  const resident = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  for (const typist of typists) typist.leave();
  return { figure: resident, seen: `resident; ${stage.memoryAtRest.toFixed(0)} MB before` };
}

/** A draft with so many changes of several writers, as rows, and what a first opening has made of them since. */
async function typed(stage: Stage, changes: number): Promise<number> {
  const [letterId = 0] = await makeDrafts(stage, 1);
  const begun = sharedFrom(twentyPages);
  await stage.sql`
    insert into draft_states (letter_id, state) values (${letterId}, ${Buffer.from(Y.encodeStateAsUpdate(begun))})`;
  const updates: Buffer[] = [];
  begun.on("update", (update: Uint8Array) => updates.push(Buffer.from(update)));
  for (let n = 0; n < changes; n++) {
    // People type a hundred keys in one place before they go to another, and take one in twenty back.
    const place = (Math.floor(n / 100) * 7) % 100;
    const line = (begun.getXmlFragment(textName).get(place) as Y.XmlElement).get(0) as Y.XmlText;
    if (n % 20 === 19) line.delete(line.length - 1, 1);
    else line.insert(line.length, "k");
  }
  for (let from = 0; from < updates.length; from += 5000)
    await stage.sql`
      insert into draft_updates (letter_id, account_id, body)
      select ${letterId}, (select id from accounts order by id limit 1), decode(body, 'base64')
      from unnest(${updates.slice(from, from + 5000).map((update) => update.toString("base64"))}::text[]) with ordinality u (body, n)
      order by n`;
  return letterId;
}

async function compared(stage: Stage) {
  const letterIds = [await typed(stage, 100), await typed(stage, 100_000)] as const;
  const [cookie = ""] = await logIn(stage, 1, [...letterIds]);
  const open = async (letterId: number) => {
    const begun = performance.now();
    const typist = await new Typist(stage.url, cookie, letterId).ready();
    const took = performance.now() - begun;
    typist.leave();
    return took;
  };
  const median = (times: number[]) =>
    times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
  const first = await open(letterIds[1]);
  await open(letterIds[0]);
  const times = { few: [] as number[], many: [] as number[] };
  for (let round = 0; round < 15; round++) {
    times.few.push(await open(letterIds[0]));
    times.many.push(await open(letterIds[1]));
  }
  const [few, many] = [median(times.few), median(times.many)];
  return {
    figure: many / few,
    seen: `${many.toFixed(1)} ms to ${few.toFixed(1)} ms; ${first.toFixed(0)} ms the first time, were they ever left in rows`,
  };
}
