import { Gauge } from "prom-client";

/** A comment that was just posted, and what it answers; 0 for the letter itself. */
export type NewComment = { id: number; parentId: number };
type Reader = (comment: NewComment) => void;

/** A connection that only listens takes some 30 KB: as many are held as fit beside the pages in memory. */
const mostReaders = 2000;

/** Who reads a discussion at this moment, and passes on to them what the database tells of it. */
export class CommentNews {
  readonly #readers = new Map<number, Set<Reader>>();
  #count = 0;

  get readers(): number {
    return this.#count;
  }

  /** Whether nobody more can be told. */
  isFull(): boolean {
    return this.#count >= mostReaders;
  }

  /** Tells `reader` of each new comment of a discussion until the returned function is called. */
  follow(discussionId: number, reader: Reader): () => void {
    const readers = this.#readers.get(discussionId) ?? new Set();
    this.#readers.set(discussionId, readers.add(reader));
    this.#count++;
    return () => {
      if (!readers.delete(reader)) return;
      this.#count--;
      if (readers.size === 0) this.#readers.delete(discussionId);
    };
  }

  /** Passes on what the database told: "discussion comment parent". */
  hear(message: string): void {
    const [discussionId = 0, id = 0, parentId = 0] = message.split(" ").map(Number);
    for (const reader of [...(this.#readers.get(discussionId) ?? [])]) reader({ id, parentId });
  }
}

/** Tells Prometheus how many read a discussion. */
export function measureReaders(news: CommentNews): void {
  new Gauge({
    name: "tribune_discussion_readers",
    help: "Connections that are told of new comments",
    collect() {
      this.set(news.readers);
    },
  });
}
