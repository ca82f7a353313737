import type { ServerResponse } from "node:http";
import { Counter, Histogram } from "prom-client";

/** What Prometheus is told of answers: how many of which kind, and how long those took that were made anew. */
export class AnswerFigures {
  #fromMemory = 0;
  readonly #answers: Counter<"status">;
  readonly #seconds: Histogram;

  constructor() {
    this.#answers = new Counter({
      name: "tribune_answers_total",
      help: "Answers by the class of their status; pages from memory are not among them",
      labelNames: ["status"],
    });
    // An alert asks how fast it grows: it has to be there before the first one.
    for (const status of ["2xx", "3xx", "4xx", "5xx"]) this.#answers.inc({ status }, 0);
    this.#seconds = new Histogram({
      name: "tribune_answer_seconds",
      help: "How long answers took that were not in memory; streams of events are not among them",
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    });
    const fromMemory = () => this.#fromMemory;
    new Counter({
      name: "tribune_pages_from_memory_total",
      help: "Pages that were answered from memory",
      collect() {
        this.reset();
        this.inc(fromMemory());
      },
    });
  }

  /** A page went out of memory: nothing but a number, for it is the way of a crowd. */
  fromMemory(): void {
    this.#fromMemory++;
  }

  /** Counts this answer once it is sent, or broken off by who reads it. */
  watch(response: ServerResponse): void {
    const started = performance.now();
    response.once("close", () => {
      if (!response.headersSent) return;
      this.#answers.inc({ status: `${Math.floor(response.statusCode / 100)}xx` });
      if (String(response.getHeader("Content-Type")).startsWith("text/event-stream")) return;
      this.#seconds.observe((performance.now() - started) / 1000);
    });
  }
}
