import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { samples } from "#db/seed/sample-content.ts";
import { type Answer, ask, post } from "../asking.ts";
import { makeProof } from "../proof-of-work.ts";
import { lockTable } from "../table-lock.ts";
import { useTribune } from "./tribune.ts";

// A pool of one: two requests may be under way and sixteen may wait.
const tribune = useTribune({ DATABASE_POOL: "1", TRUSTED_PROXIES: "loopback" });
const letter = `/letters/${samples.find(({ publishedDaysAgo, closesInDays }) => publishedDaysAgo !== null && (closesInDays ?? 1) > 0)?.slug}`;

const sign = async (number: number) =>
  post(
    tribune.url(),
    `${letter}/sign`,
    {
      name: `Patient "Person" ${number}`,
      email: `busy-${number}@example.org`,
      statement: "Because <it> matters.",
      proof: await makeProof(),
    },
    { "Accept-Language": "fr", "X-Forwarded-For": `10.1.1.${number}` },
  );

async function timed(asked: Promise<Answer>): Promise<Answer & { ms: number }> {
  const started = performance.now();
  return { ...(await asked), ms: performance.now() - started };
}

describe("while the database does not get on", () => {
  test("what cannot be begun is told within two seconds; nothing that needs no database notices", async () => {
    expect((await ask(tribune.url(), letter)).status).toBe(200);
    const free = await lockTable(tribune.sql(), "rate_limits");
    let freed: Promise<void> | undefined;
    const letGo = () => (freed ??= free());
    onTestFinished(letGo);
    const crowd = Array.from({ length: 40 }, (_, number) => timed(sign(number)));
    await sleep(300);
    for (const [path, status] of [
      ["/readyz", 200],
      ["/healthz", 200],
      ["/favicon.svg", 200],
      ["/metrics", 200],
    ] as const) {
      const answer = await timed(ask(tribune.url(), path));
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.ms, path).toBeLessThan(1000);
      if (path === "/metrics") {
        expect(answer.text).toContain("tribune_requests_under_way 2");
        expect(answer.text).toContain("tribune_requests_waiting 16");
        expect(answer.text).toContain("tribune_requests_refused_total 22");
      }
    }
    const refusedPage = await timed(ask(tribune.url(), `${letter}/sign?mailed`));
    expect(refusedPage.status).toBe(503);
    expect(refusedPage.text).toContain(`href="${letter}/sign?mailed"`);

    await sleep(1700);
    await letGo();
    const answers = await Promise.all(crowd);
    const refused = answers.filter(({ status }) => status === 503);
    expect(answers.filter(({ status }) => status === 303 || status === 302)).toHaveLength(2);
    expect(refused).toHaveLength(38);
    expect(Math.max(...refused.map(({ ms }) => ms))).toBeLessThan(2500);
    for (const answer of refused) {
      expect(Number(answer.headers["retry-after"])).toBeGreaterThanOrEqual(2);
      expect(Number(answer.headers["retry-after"])).toBeLessThanOrEqual(5);
      expect(answer.headers["content-language"]).toBe("fr");
      expect(answer.text).toContain("Recommencez dans un instant");
      expect(answer.text).not.toContain("base de données");
      expect(answer.text).toContain("Patient &quot;Person&quot;");
      expect(answer.text).toContain("Because &lt;it&gt; matters.");
    }
    expect((await sign(41)).status).toBeLessThan(400);
  }, 30_000);

  test("a page that a crowd waits for takes one place, and all are told alike", async () => {
    await tribune.sql()`update letters set title = title`;
    await sleep(1500);
    const free = await lockTable(tribune.sql(), "letters");
    let freed: Promise<void> | undefined;
    const letGo = () => (freed ??= free());
    onTestFinished(letGo);
    const crowd = Array.from({ length: 60 }, () => ask(tribune.url(), "/letters"));
    await sleep(300);
    const metrics = await ask(tribune.url(), "/metrics");
    expect(metrics.text).toMatch(/tribune_requests_under_way [01]\n/);
    expect(metrics.text).toContain("tribune_requests_waiting 0");
    await letGo();
    for (const { status } of await Promise.all(crowd)) expect(status).toBe(200);
  }, 30_000);
});
