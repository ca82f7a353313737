import { Gauge, Counter } from "prom-client";

/** The request was not begun: too many others are under way. Nothing was changed, and a moment later it may go. */
export class Busy extends Error {
  override name = "Busy";
  constructor() {
    super("too many requests are under way");
  }
}

/** The request was begun and does not end: whether it was done is not known, and sending it again is harmless. */
export class Late extends Error {
  override name = "Late";
  constructor() {
    super("a request took longer than PostgreSQL may");
  }
}

export type Bounds = {
  /** How many requests may be worked on at the same moment. */
  underWay: number;
  /** How many more may wait for that. */
  waiting: number;
  /** How long one waits before it is told to come back, in milliseconds. */
  patience: number;
  /** How long one may be worked on before its reader is told, in milliseconds. */
  longest: number;
};

/**
 * The bounds for a pool of `connections` to the database. Twice the pool may be under way: while one half waits for
 * PostgreSQL the other renders, and no question waits in the pool for more than one other. Eight times that may wait:
 * a core answers some 400 uncached requests a second, so that 256 wait for two thirds of a second, and nobody
 * waits for longer than a reader takes for a page that hangs. A statement is ended by PostgreSQL after 10 s (db/sql.ts):
 * work of 15 s waits for a database that does not even do that.
 */
export function boundsFor(connections: number): Bounds {
  const underWay = 2 * connections;
  return { underWay, waiting: 8 * underWay, patience: 1500, longest: 15_000 };
}

type Waiting = { enter: () => void };

/**
 * The door in front of everything that is rendered or acted on. More at once would not be answered sooner: they
 * would queue in the pool, each holding its memory, until all of them are late.
 */
export class Admission {
  readonly #bounds: Bounds;
  readonly #onStuck: () => void;
  /** The longest wait first; all of `ahead` before the others. */
  readonly #ahead = new Set<Waiting>();
  readonly #queue = new Set<Waiting>();
  #underWay = 0;
  #late = 0;
  #lastDone = 0;
  refused = 0;

  /** @param onStuck hears when work is late and nothing else gets done either: the database says nothing at all */
  constructor(bounds: Bounds, onStuck: () => void = () => undefined) {
    this.#bounds = bounds;
    this.#onStuck = onStuck;
  }

  get underWay(): number {
    return this.#underWay;
  }

  get waiting(): number {
    return this.#ahead.size + this.#queue.size;
  }

  /**
   * Does `work` as soon as there is room for it; with `ahead`, before all who wait: many wait for what it makes.
   * @throws Busy, with nothing begun, when there is none in time; Late when the work does not end, which keeps its
   * room until it does; and what `work` throws
   */
  async within<Result>(work: () => Promise<Result>, { ahead = false } = {}): Promise<Result> {
    if (this.#underWay < this.#bounds.underWay) this.#underWay++;
    else await this.#wait(ahead);
    const begun = performance.now();
    let late = false;
    return new Promise((resolve, reject) => {
      // In two steps: a process that was frozen finds its timer due before it has read what PostgreSQL answered.
      let timer = setTimeout(
        () => {
          timer = setTimeout(() => {
            late = true;
            this.#late++;
            reject(new Late());
            if (this.#lastDone < begun || this.#late >= this.#bounds.underWay) this.#onStuck();
          }, this.#bounds.longest / 3);
        },
        (this.#bounds.longest * 2) / 3,
      );
      const end = () => {
        clearTimeout(timer);
        if (late) this.#late--;
        this.#leave();
      };
      work()
        .then((result) => {
          this.#lastDone = performance.now();
          resolve(result);
        }, reject)
        .finally(end);
    });
  }

  #wait(ahead: boolean): Promise<void> {
    const queue = ahead ? this.#ahead : this.#queue;
    if (queue.size >= this.#bounds.waiting) return this.#refuse();
    return new Promise((resolve, reject) => {
      const place: Waiting = {
        enter: () => {
          clearTimeout(timer);
          queue.delete(place);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        queue.delete(place);
        this.#refuse().catch(reject);
      }, this.#bounds.patience);
      queue.add(place);
    });
  }

  #refuse(): Promise<never> {
    this.refused++;
    return Promise.reject(new Busy());
  }

  /** Whoever leaves hands the place on: between the two nobody who came later can slip in. */
  #leave(): void {
    const [next] = this.#ahead.size > 0 ? this.#ahead : this.#queue;
    if (next) next.enter();
    else this.#underWay--;
  }
}

/** Tells Prometheus how the door fares. */
export function measure(admission: Admission): void {
  const prefix = "tribune_requests";
  new Gauge({
    name: `${prefix}_under_way`,
    help: "Requests being rendered or acted on",
    collect() {
      this.set(admission.underWay);
    },
  });
  new Gauge({
    name: `${prefix}_waiting`,
    help: "Requests waiting to be rendered or acted on",
    collect() {
      this.set(admission.waiting);
    },
  });
  new Counter({
    name: `${prefix}_refused_total`,
    help: "Requests that were told to come back in a moment",
    collect() {
      this.reset();
      this.inc(admission.refused);
    },
  });
}
