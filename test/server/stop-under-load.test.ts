import postgres from "postgres";
import { expect, onTestFinished, test, vi } from "vitest";
import { findRunningEmbeddedPostgres } from "#db/embedded-postgres.ts";
import { samples } from "#db/seed/sample-content.ts";
import { acknowledges, type End, madeUpAddress, Signer } from "../faults/signer.ts";
import { createDataDir, startServer } from "../tribune-server.ts";

const slug =
  samples.find(({ publishedDaysAgo, closesInDays }) => publishedDaysAgo !== null && (closesInDays ?? 1) > 0)
    ?.slug ?? "";

test(
  "SIGTERM while 32 clients sign: each request is answered or never taken, and what was acknowledged is kept",
  { timeout: 120_000 },
  async () => {
    const { dataDir, remove } = await createDataDir();
    onTestFinished(remove, 60_000);
    const server = await startServer(dataDir, { TRUSTED_PROXIES: "loopback" });
    const ends: End[] = [];
    const acknowledged: string[] = [];
    const late: string[] = [];
    let signed = 0;
    const client = async () => {
      const signer = new Signer(server.url);
      for (;;) {
        const number = ++signed;
        const email = `leaving-${number}@example.org`;
        const end = await signer.sign(slug, email, madeUpAddress(number));
        ends.push(end);
        if (acknowledges(end)) acknowledged.push(email);
        if (end.end === "late") late.push(email);
        if (end.end !== "answered") return signer.close();
      }
    };
    const clients = Array.from({ length: 32 }, client);
    await vi.waitUntil(() => acknowledged.length > 50, { timeout: 60_000 });
    expect(await server.end("SIGTERM")).toBe(0);
    await Promise.all(clients);
    const cut = ends.filter(({ end }) => end === "cut");
    expect(cut).toEqual([]);
    const statuses = new Set(ends.flatMap((end) => (end.end === "answered" ? [end.status] : [])));
    expect([...statuses].filter((status) => status >= 400 && status !== 503)).toEqual([]);

    const again = await startServer(dataDir);
    const sql = postgres((await findRunningEmbeddedPostgres(dataDir)) ?? "", { max: 1 });
    try {
      const rows = await sql<{ email: string }[]>`select email from signatures where email like 'leaving-%'`;
      const kept = new Set(rows.map(({ email }) => email));
      expect(acknowledged.filter((email) => !kept.has(email))).toEqual([]);
      expect(late.filter((email) => kept.has(email))).toEqual([]);
      expect(kept.size).toBe(rows.length);
    } finally {
      await sql.end({ timeout: 5 });
      await again.stop();
    }
  },
);
