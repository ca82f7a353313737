import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { type Bench, type Group, page } from "./bench.ts";
import { median } from "./by-turns.ts";
import { cookieOf, letters } from "./data.ts";
import { digits } from "./rows.ts";

type Ask = { path: string; status: number; headers: Record<string, string>; form?: Record<string, string> };
type Growth = { what: string; most: number } & (
  | { notYet: string }
  /** `ask` is what is asked about a letter the n-th time. */
  | { large: { slug: string }; small: { slug: string }; ask: (slug: string, n: number) => Ask }
);

/** A page as it is made: who has just sent a form passes by the cache. */
const made = (part: string) => (slug: string) => ({
  path: page(slug, part),
  status: 200,
  headers: { Cookie: "fresh=1" },
});

/** A form of somebody logged in, each time another account's. */
const sent =
  (part: string, form: () => Record<string, string>) =>
  (slug: string, n: number): Ask => ({
    path: page(slug, part),
    status: 303,
    headers: { Cookie: cookieOf(n) },
    form: form(),
  });

const comment = () => ({ body: "A remark of the **bench**.", stance: "support", key: randomUUID() });

/** What may cost little more on a large letter than on a small one: one line each. */
const growths: Growth[] = [
  { what: "letter page, 1,000,000 signatures to 1,000", most: 1.3, ...of(made("")) },
  { what: "roster, 1,000,000 signatures to 1,000", most: 1.3, ...of(made("/signatures")) },
  { what: "discussion page, 100,000 comments to 100", most: 1.3, ...of(made("/discussion")) },
  { what: "search, 100,000 comments to 1,000", most: 1.5, notYet: "there is no search yet" },
  { what: "a comment, 100,000 comments to 100", most: 1.5, ...of(sent("/discussion", comment)) },
  { what: "a vote, 100,000 comments to 100", most: 1.5, notYet: "there are no votes yet" },
];

function of(ask: (slug: string, n: number) => Ask) {
  return { large: letters.large, small: letters.small, ask };
}

/** The same on a large letter and on a small one: median time of an answer, one client, uncached. */
export const growth: Group = (bench) =>
  growths.map((row) => ({
    what: row.what,
    aim: { most: row.most },
    measure: () => {
      if ("notYet" in row) throw new Error(row.notYet);
      return compare(bench, row);
    },
  }));

const warmUps = 20;
const perRound = 100;

async function compare({ stage, rounds }: Bench, { large, small, ask }: Exclude<Growth, { notYet: string }>) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = { large: [] as number[], small: [] as number[] };
  try {
    for (let n = -warmUps; n < rounds * perRound; n++) {
      // By turns one by one, so that what else the machine does falls on both.
      const onLarge = await timeOf(agent, stage.url, ask(large.slug, 2 * Math.abs(n)));
      const onSmall = await timeOf(agent, stage.url, ask(small.slug, 2 * Math.abs(n) + 1));
      if (n < 0) continue;
      times.large.push(onLarge);
      times.small.push(onSmall);
    }
  } finally {
    agent.destroy();
  }
  const [slow, fast] = [median(times.large), median(times.small)];
  return { figure: slow / fast, seen: `median ${digits(slow)} ms to ${digits(fast)} ms` };
}

/** Milliseconds until the last byte of an answer. @throws when its status is not the one expected */
function timeOf(agent: Agent, url: string, { path, status, headers, form }: Ask): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const asked = request(
      url + path,
      {
        agent,
        method: form ? "POST" : "GET",
        headers: form
          ? { ...headers, Origin: url, "Content-Type": "application/x-www-form-urlencoded" }
          : headers,
      },
      (response) => {
        response.resume();
        response.on("error", reject);
        response.on("end", () => {
          if (response.statusCode === status) resolve(performance.now() - started);
          else reject(new Error(`${path} answered ${response.statusCode} instead of ${status}`));
        });
      },
    );
    asked.on("error", reject);
    asked.end(form && new URLSearchParams(form).toString());
  });
}
