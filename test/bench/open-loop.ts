import { randomBytes, randomInt } from "node:crypto";
import { Agent, type OutgoingHttpHeaders, request } from "node:http";
import { createHistogram, performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { makeProof } from "../proof-of-work.ts";

/**
 * Asks at given moments, whether earlier answers have come or not: a crowd does not wait for each other. Latency
 * counts from the moment an ask was due, so that a stall is seen by all who came during it.
 */
export type Plan = { url: string; seconds: number; streams: Stream[] };
export type Stream = { name: string; perSecond: number; asks: Ask[] };
/** `{n}` in form and headers is another number for each ask, `{network}` another IPv4 address, `{proof}` a proof of work. */
export type Ask = {
  /** How often this one is taken: its part of the sum of all shares. */
  share: number;
  path: string;
  headers?: Record<string, string>;
  /** Posted as a form. */
  form?: string;
  /** The part of asks that come from readers who know the page already, from 0 to 1: they send If-None-Match. */
  returning?: number;
};
/** Latencies in milliseconds; `failed` is how many got no answer or one of 400 and more. */
export type Outcome = {
  name: string;
  asked: number;
  answeredPerSecond: number;
  p50: number;
  p99: number;
  max: number;
  failed: number;
  /** Answers by status; "none" for asks without an answer. */
  statuses: Record<string, number>;
};

const patience = 30_000;
const run = randomBytes(4).toString("hex");
const network = () => [randomInt(1, 224), randomInt(256), randomInt(256), randomInt(1, 255)].join(".");
let count = 0;

const fillIn = (text: string) => text.replaceAll("{n}", `${run}-${++count}`).replace("{network}", network);

/** Chooses asks by their shares. */
function chooser(asks: Ask[]): () => Ask {
  const sum = asks.reduce((total, { share }) => total + share, 0);
  return () => {
    let at = Math.random() * sum;
    for (const ask of asks) if ((at -= ask.share) < 0) return ask;
    return asks[0]!;
  };
}

/** Asks once. @returns the status, or "none" */
async function send(url: URL, agent: Agent, ask: Ask, tags: Map<string, string>): Promise<string> {
  const proof = ask.form?.includes("{proof}") ? encodeURIComponent(await makeProof()) : "";
  return new Promise((resolve) => {
    const headers: OutgoingHttpHeaders = {};
    for (const [name, value] of Object.entries(ask.headers ?? {})) headers[name] = fillIn(value);
    // A name and an address of one number.
    const body = ask.form === undefined ? undefined : fillIn(ask.form).replace("{proof}", proof);
    if (body !== undefined) {
      headers.Origin = url.origin;
      headers["Content-Type"] = "application/x-www-form-urlencoded";
      headers["Content-Length"] = Buffer.byteLength(body);
    }
    const tag = tags.get(ask.path);
    if (tag !== undefined && Math.random() < (ask.returning ?? 0)) headers["If-None-Match"] = tag;
    const asked = request(
      {
        host: url.hostname,
        port: url.port,
        path: ask.path,
        agent,
        method: body === undefined ? "GET" : "POST",
        headers,
      },
      (response) => {
        const { etag } = response.headers;
        if (etag !== undefined) tags.set(ask.path, etag);
        response.resume();
        response.on("end", () => resolve(String(response.statusCode)));
        response.on("error", () => resolve("none"));
      },
    );
    asked.setTimeout(patience, () => asked.destroy());
    asked.on("error", () => resolve("none"));
    asked.end(body);
  });
}

/** For so long, in seconds, latencies are not counted: the load generator itself is cold and opens its connections. */
const cold = 2;

async function runStream(plan: Plan, { name, perSecond, asks }: Stream): Promise<Outcome> {
  const url = new URL(plan.url);
  const agent = new Agent({ keepAlive: true, maxSockets: 1000, scheduling: "lifo" });
  const latencies = createHistogram({ lowest: 1, highest: 120_000_000, figures: 3 });
  const statuses: Record<string, number> = {};
  const choose = chooser(asks);
  const tags = new Map<string, string>();
  const seconds = cold + plan.seconds;
  const planned = Math.round(perSecond * seconds);
  const open = new Set<Promise<void>>();
  const started = performance.now();
  let last = started;
  for (let sent = 0; sent < planned;) {
    const due = Math.min(planned, Math.ceil(((performance.now() - started) / 1000) * perSecond));
    for (; sent < due; sent++) {
      const scheduled = started + (sent / perSecond) * 1000;
      const answer = send(url, agent, choose(), tags).then((status) => {
        last = performance.now();
        if (scheduled - started >= cold * 1000)
          latencies.record(Math.max(1, Math.round((last - scheduled) * 1000)));
        statuses[status] = (statuses[status] ?? 0) + 1;
        open.delete(answer);
      });
      open.add(answer);
    }
    await sleep(1);
  }
  await Promise.all(open);
  agent.destroy();
  const failed = Object.entries(statuses).filter(([status]) => !(Number(status) < 400));
  return {
    name,
    asked: planned,
    answeredPerSecond: planned / Math.max(seconds, (last - started) / 1000),
    p50: latencies.percentile(50) / 1000,
    p99: latencies.percentile(99) / 1000,
    max: latencies.max / 1000,
    failed: failed.reduce((sum, [, times]) => sum + times, 0),
    statuses,
  };
}

process.once("message", (plan: Plan) => {
  void Promise.all(plan.streams.map((stream) => runStream(plan, stream))).then((outcomes) =>
    process.send?.(outcomes, undefined, undefined, () => process.disconnect()),
  );
});
