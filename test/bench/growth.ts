import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { type Group, page } from "./bench.ts";
import { median } from "./by-turns.ts";
import { cookieOf, letters } from "./data.ts";
import { digits } from "./rows.ts";

type Ask = { path: string; status: number; headers: Record<string, string>; form?: Record<string, string> };
type Growth = {
  what: string;
  most: number;
  /** What is asked about a letter the n-th time. */
  ask: (letter: { slug: string; firstComment: number }, n: number) => Ask;
};

/** A page as it is made: who has just sent a form passes by the cache. */
const made = (part: string) => (letter: { slug: string }) => ({
  path: page(letter.slug, part),
  status: 200,
  headers: { Cookie: "fresh=1" },
});

const comment: Growth["ask"] = ({ slug }, n) => ({
  path: page(slug, "/discussion"),
  status: 303,
  headers: { Cookie: cookieOf(n) },
  form: { body: "A remark of the **bench**.", stance: "support", key: randomUUID() },
});

/** A vote on somebody else's comment: the n-th comment is the n-th writer's. */
const vote: Growth["ask"] = ({ slug, firstComment }, n) => ({
  path: page(slug, `/discussion/${firstComment + ((n + 1) % 100)}`),
  status: 303,
  headers: { Cookie: cookieOf(n) },
  form: { intent: "vote", vote: n % 3 === 0 ? "disagree" : "agree", next: "/" },
});

/** What may cost little more on a large letter than on a small one: one line each. */
const growths: Growth[] = [
  { what: "letter page, 1,000,000 signatures to 1,000", most: 1.3, ask: made("") },
  { what: "roster, 1,000,000 signatures to 1,000", most: 1.3, ask: made("/signatures") },
  {
    what: "roster search, 1,000,000 signatures to 1,000",
    most: 1.3,
    ask: made("/signatures?search=zephyrin"),
  },
  { what: "roster of statements, 1,000,000 to 1,000", most: 1.3, ask: made("/signatures?statement=on") },
  { what: "discussion page, 100,000 comments to 100", most: 1.3, ask: made("/discussion") },
  {
    what: "discussion by votes, 100,000 comments to 100",
    most: 1.3,
    ask: made("/discussion?sort=contested"),
  },
  { what: "a comment, 100,000 comments to 100", most: 1.5, ask: comment },
  { what: "a vote, 100,000 comments to 100", most: 1.5, ask: vote },
];

/** The same on a large letter and on a small one: median time of an answer, one client, uncached. */
export const growth: Group = ({ stage, rounds }) =>
  growths.map(({ what, most, ask }) => ({
    what,
    aim: { most },
    measure: () =>
      compare(
        rounds,
        (n) => ({ url: stage.url, ask: ask(letters.large, 2 * n) }),
        (n) => ({ url: stage.url, ask: ask(letters.small, 2 * n + 1) }),
      ),
  }));

const warmUps = 20;
const perRound = 100;

type Asked = { url: string; ask: Ask };

/** The median time of an answer to one thing and to another, asked by turns, and the ratio of the two. */
export async function compare(rounds: number, large: (n: number) => Asked, small: (n: number) => Asked) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = { large: [] as number[], small: [] as number[] };
  try {
    for (let n = -warmUps; n < rounds * perRound; n++) {
      // By turns one by one, so that what else the machine does falls on both.
      const onLarge = await timeOf(agent, large(Math.abs(n)));
      const onSmall = await timeOf(agent, small(Math.abs(n)));
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
function timeOf(agent: Agent, { url, ask: { path, status, headers, form } }: Asked): Promise<number> {
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
