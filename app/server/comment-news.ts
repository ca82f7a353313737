/** A comment that was just posted, and what it answers; 0 for the letter itself. */
export type NewComment = { id: number; parentId: number };
type Reader = { tell: (comment: NewComment) => void; end: () => void };

/** A connection that only listens takes some 30 KB: as many are held as fit beside the pages in memory. */
const mostReaders = 2000;

/** Who reads a discussion at this moment, and passes on to them what the database tells of it. */
export class CommentNews {
  readonly #readers = new Map<number, Set<Reader>>();
  #count = 0;
  #ended = false;

  /** Whether nobody more can be told. */
  isFull(): boolean {
    return this.#ended || this.#count >= mostReaders;
  }

  /**
   * Tells of each new comment of a letter until the returned function is called.
   * @param end called once when no more will be told: the server stops
   */
  follow(letterId: number, tell: Reader["tell"], end: Reader["end"]): () => void {
    const readers = this.#readers.get(letterId) ?? new Set();
    const reader = { tell, end };
    this.#readers.set(letterId, readers.add(reader));
    this.#count++;
    return () => {
      if (!readers.delete(reader)) return;
      this.#count--;
      if (readers.size === 0) this.#readers.delete(letterId);
    };
  }

  /** Passes on what the database told: "letter comment parent". */
  hear(message: string): void {
    const [letterId = 0, id = 0, parentId = 0] = message.split(" ").map(Number);
    for (const reader of [...(this.#readers.get(letterId) ?? [])]) reader.tell({ id, parentId });
  }

  /** Ends every connection, so that a server that stops does not wait for readers. */
  end(): void {
    this.#ended = true;
    for (const readers of [...this.#readers.values()]) for (const reader of [...readers]) reader.end();
  }
}
