import { LRUCache } from "lru-cache";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** A page as Remix rendered it. */
export type Rendered = {
  status: number;
  headers: [name: string, value: string][];
  body: Buffer;
  /** Names of the data it was made of, as its loaders gave them: "letter:42". None means "not to be kept". */
  madeOf: Set<string>;
};

export type Encoding = "identity" | "gzip" | "br";

/** A page that is kept: the same bytes for everybody, in each encoding a browser may ask for. */
export type KeptPage = {
  headers: [name: string, value: string][];
  /** Names the body; each encoding's own ETag is made of it. */
  hash: string;
  bytes: Record<Encoding, Buffer>;
};

type Entry = { page: KeptPage; madeOf: Set<string>; staleSince: number | null };
/** Renders a page; `awaited` says that it was kept before: others have asked for it and do so again. */
type Render = (awaited: boolean) => Promise<Rendered>;
type Outcome = { kept: KeptPage } | { rendered: Rendered };

const compress = {
  gzip: promisify(gzip),
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
};

/** How long the old page may still be served while the new one is rendered, in milliseconds. */
const staleFor = 1000;
const mayServe = ({ staleSince }: Entry) => staleSince === null || Date.now() - staleSince < staleFor;
/** Some pages change by the clock alone (a closing date that is over): none is kept longer. */
const keptFor = 60_000;

/**
 * Rendered public pages in memory. Each is known by a key that holds all it depends on besides data, and by the
 * names of the data it was made of; `drop` forgets by these names. However many ask for a page, it is rendered
 * once at a time.
 */
export class PageCache {
  readonly #pages: LRUCache<string, Entry>;
  readonly #rendering = new Map<string, Promise<Outcome>>();
  /** When the data of a name changed last, in rounds: a page rendered across a change is stale. */
  readonly #changed = new Map<string, number>();
  #allChanged = 0;
  #round = 0;
  #paused = false;

  /** @param largest the most the pages may take, in bytes, all encodings together */
  constructor(largest: number) {
    this.#pages = new LRUCache({
      maxSize: largest,
      ttl: keptFor,
      // To look at the clock once a second is enough, and cheaper than at each page.
      ttlResolution: 1000,
      sizeCalculation: ({ page: { bytes } }) =>
        bytes.identity.length + bytes.gzip.length + bytes.br.length + 1000,
    });
  }

  /**
   * The page under `key`: kept, or rendered by `render` and kept when it may be. A page whose data changed less
   * than a second ago is served once more while the new one is rendered.
   * @throws what `render` throws, to all who wait for it
   */
  async get(key: string, render: Render): Promise<Outcome> {
    if (this.#paused) return { rendered: await render(false) };
    const entry = this.#pages.get(key);
    if (entry?.staleSince === null) return { kept: entry.page };
    const under = this.#rendering.get(key) ?? this.#render(key, () => render(entry !== undefined));
    if (entry && mayServe(entry)) {
      under.catch(() => undefined);
      return { kept: entry.page };
    }
    return under;
  }

  /** The page under `key` when there is nothing to wait for and nothing to do: whoever is told nothing calls `get`. */
  current(key: string): KeptPage | undefined {
    if (this.#paused) return undefined;
    const entry = this.#pages.get(key);
    return entry && mayServe(entry) && (entry.staleSince === null || this.#rendering.has(key))
      ? entry.page
      : undefined;
  }

  /** Forgets the pages made of the data with this name. */
  drop(name: string): void {
    // Names without a page of their own accumulate; a page rendered now is then not kept once more than needed.
    if (this.#changed.size > 10_000) {
      this.#changed.clear();
      this.#allChanged = ++this.#round;
    }
    this.#changed.set(name, ++this.#round);
    for (const entry of this.#pages.values()) if (entry.madeOf.has(name)) entry.staleSince ??= Date.now();
  }

  /** Keeps nothing and serves nothing kept until `resume`: changes would not be heard of. */
  pause(): void {
    this.#paused = true;
    this.#forgetAll();
  }

  /** Begins anew, with nothing kept. */
  resume(): void {
    this.#paused = false;
    this.#forgetAll();
  }

  #forgetAll(): void {
    this.#allChanged = ++this.#round;
    this.#pages.clear();
  }

  #render(key: string, render: () => Promise<Rendered>): Promise<Outcome> {
    const outcome = this.#renderAndKeep(key, render).finally(() => this.#rendering.delete(key));
    this.#rendering.set(key, outcome);
    return outcome;
  }

  async #renderAndKeep(key: string, render: () => Promise<Rendered>): Promise<Outcome> {
    const begun = this.#round;
    const begunAt = Date.now();
    const rendered = await render();
    const { status, headers, body, madeOf } = rendered;
    const personal = headers.some(([name]) => name.toLowerCase() === "set-cookie");
    if (status !== 200 || madeOf.size === 0 || personal || this.#paused) {
      this.#pages.delete(key);
      return { rendered };
    }
    const [zipped, br] = await Promise.all([compress.gzip(body), compress.br(body)]);
    const page: KeptPage = {
      headers,
      hash: createHash("sha256").update(body).digest("base64url").slice(0, 27),
      bytes: { identity: body, gzip: zipped, br },
    };
    const outdated = [...madeOf].some((name) => (this.#changed.get(name) ?? 0) > begun);
    if (this.#allChanged > begun) this.#pages.delete(key);
    // At the latest since its render began: where changes never cease there would be nothing to serve otherwise.
    else this.#pages.set(key, { page, madeOf, staleSince: outdated ? begunAt : null });
    return { kept: page };
  }
}
