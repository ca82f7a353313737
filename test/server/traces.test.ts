import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findRunningEmbeddedPostgres } from "#db/embedded-postgres.ts";
import postgres from "postgres";
import { startMailbox, type Mailbox } from "../mailbox.ts";
import { makeProof } from "../proof-of-work.ts";
import { root } from "../program.ts";
import { createDataDir, type Server, startServer } from "../tribune-server.ts";

type Value = { stringValue?: string; intValue?: number; doubleValue?: number };
type Span = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: Value }[];
  status: { code?: number };
};
type Batch = { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };

const told = (span: Span | undefined, key: string) => {
  const value = span?.attributes.find((attribute) => attribute.key === key)?.value;
  return value && (value.stringValue ?? value.intValue ?? value.doubleValue);
};

describe("where traces are asked for", () => {
  /** Whatever came to the collector, as it came. */
  let received = "";
  const spans: Span[] = [];
  const paths = new Set<string | undefined>();
  let collector: HttpServer;
  let mailbox: Mailbox;
  let removeData: () => Promise<void>;
  let logged = "";
  let slug = "";
  const email = "very.typed@traces.example";
  const token = { value: "" };

  async function visit(server: Server): Promise<void> {
    const headers = { Origin: server.url, "Content-Type": "application/x-www-form-urlencoded" };
    const body = new URLSearchParams({
      ...{ name: "Typed Signatory", email, version: "1", showName: "on" },
      proof: await makeProof(),
    });
    const signed = await fetch(`${server.url}/letters/${slug}/sign`, {
      method: "POST",
      headers,
      body,
      redirect: "manual",
    });
    expect(signed.status).toBe(303);
    const link = mailbox.linkIn(await mailbox.waitFor(email), /\/signatures\//);
    token.value = new URL(link).pathname.split("/").at(-1) ?? "";
    expect((await fetch(link)).status).toBe(200);
    expect((await fetch(`${server.url}/search?q=lookedfor`)).status).toBe(200);
    expect((await fetch(`${server.url}/no-such-place/typed`)).status).toBe(404);
  }

  beforeAll(async () => {
    collector = createServer((request, response) => {
      paths.add(request.url);
      let body = "";
      request.setEncoding("utf8").on("data", (text: string) => (body += text));
      request.on("end", () => {
        received += body;
        const { resourceSpans } = JSON.parse(body) as Batch;
        spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
        response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
      });
    });
    await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
    mailbox = await startMailbox();
    const { dataDir, remove } = await createDataDir();
    removeData = remove;
    const server = await startServer(dataDir, {
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
      SMTP_URL: mailbox.url,
      LOG_LEVEL: "debug",
    });
    try {
      const sql = postgres((await findRunningEmbeddedPostgres(dataDir)) ?? "", { max: 1 });
      const [letter] = await sql<{ slug: string }[]>`
        select slug from letters where state = 'open' and (select max(number) from letter_versions where letter_id = id) = 1
        order by id limit 1`;
      slug = letter?.slug ?? "";
      await sql.end();
      await visit(server);
    } finally {
      // What was recorded last is handed over before it ends.
      await server.stop();
      logged = server.log();
    }
  }, 120_000);
  afterAll(async () => {
    await new Promise((resolve) => collector.close(resolve));
    await mailbox.close();
    await removeData();
  });

  test("requests come by method and pattern, with status and the reference of their log line", () => {
    expect([...paths]).toEqual(["/v1/traces"]);
    const post = spans.find(({ name }) => name === "POST /letters/:slug/sign");
    expect(told(post, "http.response.status_code")).toBe(303);
    const reference = told(post, "tribune.reference");
    expect(reference).toMatch(/^[0-9a-f]{8}$/);
    const line = logged.split("\n").find((each) => each.includes(`"reference":"${reference}"`));
    expect(JSON.parse(line ?? "{}")).toMatchObject({ method: "POST", place: "/letters", status: 303 });
    expect(spans.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["GET /signatures/:token", "GET /search"]),
    );
    const lost = spans.find((span) => told(span, "http.response.status_code") === 404);
    expect([lost?.name, told(lost, "http.route")]).toEqual(["GET", undefined]);
  });

  test("what a request asks of the database lies within it, with $1 in the place of values", () => {
    const post = spans.find(({ name }) => name === "POST /letters/:slug/sign");
    const asked = spans.filter(({ parentSpanId }) => parentSpanId === post?.spanId);
    const texts = asked.map((span) => told(span, "db.query.text"));
    expect(texts).toEqual(expect.arrayContaining([expect.stringMatching(/insert into signatures .*\$1/)]));
    for (const span of asked) expect(span.traceId).toBe(post?.traceId);
  });

  test("a mail lies within its job", () => {
    const mail = spans.find(({ name }) => name === "mail confirm-signature");
    const job = spans.find(({ spanId }) => spanId === mail?.parentSpanId);
    expect(job?.name).toBe("job send-mails");
  });

  test("nothing that somebody typed is told, no address, name or token, and neither does the log tell it", () => {
    expect(token.value.length).toBeGreaterThan(20);
    for (const typed of [
      email,
      "very.typed",
      "Typed Signatory",
      "lookedfor",
      "no-such-place",
      token.value,
      slug,
    ])
      expect([typed, received.includes(typed), logged.includes(typed)]).toEqual([
        typed,
        false,
        typed === "no-such-place",
      ]);
  });
});

test("nothing of it is loaded where traces are not asked for", async () => {
  const importing: string[] = [];
  for await (const file of glob("{app,db}/**/*.{ts,tsx}", { cwd: root })) {
    const text = await readFile(join(root, file), "utf8");
    if (/@opentelemetry|from "\.\/traces\.ts"/.test(text)) importing.push(file);
  }
  expect(importing).toEqual(["app/server/traces.ts"]);
});
