import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { answerProbe } from "#app/server/probes.ts";
import { closeSql } from "#db/sql.ts";
import { ask } from "../asking.ts";
import { useDatabase } from "../database.ts";
import { serving } from "./answers.ts";

useDatabase();

const listener = (request: IncomingMessage, response: ServerResponse) => {
  void answerProbe(request.url ?? "", response).then((answered) => {
    if (!answered) response.writeHead(404).end("no probe");
  });
};

test("it lives, it is ready, and it tells how it fares", () =>
  serving(listener, async (url) => {
    expect(await ask(url, "/healthz")).toMatchObject({ status: 200, text: "alive\n" });
    expect(await ask(url, "/readyz")).toMatchObject({ status: 200, text: "ready\n" });
    const metrics = await ask(url, "/metrics");
    expect(metrics.status).toBe(200);
    expect(metrics.text).toContain("process_cpu_seconds_total");
    expect(metrics.headers["cache-control"]).toBe("no-store");
  }));

test.each(["/", "/healthz/", "/readyz/x", "/metrics.json"])("%s is no probe", (path) =>
  serving(listener, async (url) => {
    const answer = await ask(url, path);
    expect(answer.status).toBe(404);
    expect(answer.headers).not.toHaveProperty("cache-control");
  }),
);

test("without its database it lives but is not ready, and is ready again when the database is back", () =>
  serving(listener, async (url) => {
    const before = process.env.DATABASE_URL;
    await closeSql();
    process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:9/none";
    try {
      expect(await ask(url, "/readyz")).toMatchObject({ status: 503, text: "not ready\n" });
      expect((await ask(url, "/healthz")).status).toBe(200);
    } finally {
      await closeSql();
      process.env.DATABASE_URL = before;
    }
    expect((await ask(url, "/readyz")).status).toBe(200);
  }));
