import { setTimeout as sleep } from "node:timers/promises";
import {
  diag,
  DiagLogLevel,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { sql } from "#db/sql.ts";
import { log } from "./log.ts";
import { type Kind, recordSpansBy } from "./spans.ts";

const kinds: Record<Kind, SpanKind> = {
  server: SpanKind.SERVER,
  consumer: SpanKind.CONSUMER,
  client: SpanKind.CLIENT,
};

/** How long what was recorded last may take to be handed over at the end, in milliseconds. */
const patience = 3000;

/**
 * Begins to record requests, jobs, mails and what each asks of the database, and to send that by OTLP over HTTP to
 * OTEL_EXPORTER_OTLP_ENDPOINT; the library reads that setting and its like (OTEL_TRACES_SAMPLER) by itself. This file is loaded when it is asked
 * for alone.
 */
export function startTraces(): { stop(): Promise<void> } {
  tellOnce();
  const name = process.env.OTEL_SERVICE_NAME?.trim() || "tribune";
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": name }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  const tracer = provider.getTracer("tribune");
  recordSpansBy((kind, name, told, work) =>
    tracer.startActiveSpan(name, { kind: kinds[kind], attributes: told }, async (span) => {
      try {
        return await work((more, other) => {
          span.setAttributes(more);
          if (other) span.updateName(other);
        });
      } catch (fault) {
        fail(span, fault);
        throw fault;
      } finally {
        span.end();
      }
    }),
  );
  traceQueries(tracer);
  return { stop: () => Promise.race([provider.shutdown(), sleep(patience, undefined, { ref: false })]) };
}

/** Nothing of a fault but its code or its class: its words may hold what somebody typed. */
function fail(span: Span, fault: unknown): void {
  const { code } = fault as { code?: unknown };
  const type = typeof code === "string" ? code : fault instanceof Error ? fault.name : "unknown";
  span.setAttribute("error.type", type).setStatus({ code: SpanStatusCode.ERROR });
}

/** What is told when spans cannot be sent, once: it would be told again with every batch. */
function tellOnce(): void {
  let told = false;
  const tell = () => {
    if (!told) log.warn("traces cannot be sent to OTEL_EXPORTER_OTLP_ENDPOINT at the moment");
    told = true;
  };
  const silent = () => undefined;
  diag.setLogger(
    { error: tell, warn: silent, info: silent, debug: silent, verbose: silent },
    DiagLogLevel.ERROR,
  );
}

/** A question of the library `postgres` (3.4.9), with what it keeps to itself. `string` is there once it was sent. */
type Question = {
  executed: boolean;
  string?: string;
  resolve: (rows: unknown) => void;
  reject: (fault: unknown) => void;
  handle(): Promise<void>;
};

/**
 * Makes a span of every question asked in the course of recorded work: its text with $1, $2 in the place of values, which are
 * never told. The library has no ear for the end of a question, so all questions are given one by their prototype.
 */
function traceQueries(tracer: Tracer): void {
  // Made and not asked: only who waits for it sends it.
  const questions = Object.getPrototypeOf(sql`select 1`) as Question;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its question below
  const { handle } = questions;
  questions.handle = function (this: Question) {
    if (!this.executed && trace.getActiveSpan()) watch(this, tracer);
    return handle.call(this);
  };
}

function watch(question: Question, tracer: Tracer): void {
  const attributes = { "db.system.name": "postgresql" };
  const span = tracer.startSpan("query", { kind: SpanKind.CLIENT, attributes });
  const { resolve, reject } = question;
  const end = () => {
    const text = question.string?.replace(/\s+/g, " ").trim() ?? "";
    span.setAttribute("db.query.text", text);
    span.updateName(/^\w+/.exec(text)?.[0].toLowerCase() ?? "query").end();
  };
  question.resolve = (rows) => {
    end();
    resolve(rows);
  };
  question.reject = (fault) => {
    fail(span, fault);
    end();
    reject(fault);
  };
}
