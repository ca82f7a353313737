import { alikePairs, likeness, Words } from "./likeness.ts";
import { plainNumber } from "./numbered-heading.ts";
import type { ProvisionChange, ProvisionKind } from "./provision.ts";
import { standsByNumber } from "./provision-slugs.ts";

/** A provision as it stands in one revision; `slug` and `above` are addresses in that revision. */
export type Standing = {
  slug: string;
  kind: ProvisionKind;
  number: string;
  title: string;
  text: string;
  above: string | null;
};

export type Pair = { old: string; new: string };
/** What somebody said of pairs that were uncertain, by address in the old and in the new revision. */
export type Answers = { same: Pair[]; different: Pair[] };
/** A pair that may be one provision or two. `likeness` is from 0 to 1. */
export type Question = Pair & { likeness: number; why: "stands-elsewhere" | "hardly-alike" | "much-alike" };

export type Match = {
  /** For each new provision the place of the old one that it is, or null. */
  from: (number | null)[];
  /** What became of each new provision; uncertain ones take part in a question. */
  changes: (Exclude<ProvisionChange, "repealed"> | "uncertain")[];
  /** The places of old provisions that are gone. */
  repealed: number[];
  questions: Question[];
  /** Answers about pairs of which the old or the new one does not exist. */
  unknown: Pair[];
};

/** Equal texts are one only when they are long enough to be nobody else's: characters without white space. */
const ownText = 60;
const ownTitle = 12;
/** Texts of fewer words are like many others. */
const fewShingles = 6;
const longText = 200;
const muchAlike = 0.6;
const hardlyAlike = 0.1;

/**
 * Tells which provision of a new revision is which of the old one: by its number (of headings: by their place in the
 * tree), then by its text where it was moved and renumbered. What neither tells is asked: a number whose old text now
 * stands under another; a number whose text has nothing of the old one; a new number whose text is much like one that
 * is gone.
 */
export function matchProvisions(old: Standing[], now: Standing[], answers: Answers): Match {
  return new Matching(old, now, answers).match();
}

class Matching {
  readonly #old: Standing[];
  readonly #now: Standing[];
  readonly #from: (number | null)[];
  readonly #to: (number | null)[];
  readonly #oldPlaces: Map<string, number>;
  readonly #nowPlaces: Map<string, number>;
  readonly #oldWords: string[];
  readonly #nowWords: string[];
  readonly #different = new Set<string>();
  readonly #questions: Question[] = [];
  readonly #unknown: Pair[] = [];
  readonly #asked = { old: new Set<number>(), now: new Set<number>() };
  readonly #words = new Words();
  readonly #answers: Answers;

  constructor(old: Standing[], now: Standing[], answers: Answers) {
    this.#old = old;
    this.#now = now;
    this.#answers = answers;
    this.#from = now.map(() => null);
    this.#to = old.map(() => null);
    this.#oldPlaces = new Map(old.map(({ slug }, place) => [slug, place]));
    this.#nowPlaces = new Map(now.map(({ slug }, place) => [slug, place]));
    this.#oldWords = old.map(wordsOf);
    this.#nowWords = now.map(wordsOf);
  }

  match(): Match {
    this.#takeAnswers();
    this.#byNumber();
    this.#byText();
    this.#byHeadingsAbove();
    this.#askAlike();
    const changes = this.#now.map((_, place) => this.#changeOf(place));
    const repealed = this.#to.flatMap((to, place) =>
      to === null && !this.#asked.old.has(place) ? [place] : [],
    );
    return { from: this.#from, changes, repealed, questions: this.#questions, unknown: this.#unknown };
  }

  #takeAnswers(): void {
    for (const kind of ["same", "different"] as const)
      for (const pair of this.#answers[kind]) {
        const [old, now] = [this.#oldPlaces.get(pair.old), this.#nowPlaces.get(pair.new)];
        if (old === undefined || now === undefined) this.#unknown.push(pair);
        else if (kind === "different") this.#different.add(`${old} ${now}`);
        else if (this.#to[old] === null && this.#from[now] === null) this.#pair(old, now);
        else this.#unknown.push(pair);
      }
  }

  #pair(old: number, now: number): void {
    this.#from[now] = old;
    this.#to[old] = now;
  }

  #ask(old: number, now: number, why: Question["why"], alike?: number): void {
    const pair = { old: this.#old[old]?.slug ?? "", new: this.#now[now]?.slug ?? "" };
    this.#questions.push({ ...pair, likeness: alike ?? this.#likeness(old, now), why });
    this.#asked.old.add(old);
    this.#asked.now.add(now);
  }

  #likeness(old: number, now: number): number {
    return likeness(this.#shingles(this.#old[old]), this.#shingles(this.#now[now]));
  }

  #shingles(provision: Standing | undefined) {
    return this.#words.shingles(provision ? `${provision.title}\n${provision.text}` : "");
  }

  #byNumber(): void {
    const free = this.#to.flatMap((to, place) => (to === null ? [place] : []));
    const groups = Map.groupBy(free, (place) => numberKey(this.#old[place]));
    const wanted = Map.groupBy(
      this.#from.flatMap((from, place) => (from === null ? [place] : [])),
      (place) => numberKey(this.#now[place]),
    );
    const once = { old: placesOfOwn(this.#old, this.#oldWords), now: placesOfOwn(this.#now, this.#nowWords) };
    for (const [key, places] of wanted) {
      const olds = groups.get(key) ?? [];
      const equal = (old: number, now: number) => this.#oldWords[old] === this.#nowWords[now];
      const sameSlug = (old: number, now: number) => this.#old[old]?.slug === this.#now[now]?.slug;
      const sameTitle = (old: number, now: number) =>
        key.startsWith("way") && squeezed(this.#old[old]?.title) === squeezed(this.#now[now]?.title);
      const sameWay = (old: number, now: number) =>
        uncounted(this.#old[old]?.slug) === uncounted(this.#now[now]?.slug);
      const fits = [
        (o: number, n: number) => equal(o, n) && sameSlug(o, n),
        equal,
        sameTitle,
        sameSlug,
        sameWay,
      ];
      for (const fit of fits)
        for (const now of places) {
          if (this.#from[now] !== null || this.#asked.now.has(now)) continue;
          const old = olds.find(
            (each) =>
              this.#to[each] === null &&
              !this.#asked.old.has(each) &&
              !this.#different.has(`${each} ${now}`) &&
              fit(each, now),
          );
          if (old !== undefined) this.#judge(old, now, once);
        }
    }
  }

  /** Pairs two of one number, or asks. */
  #judge(old: number, now: number, once: { old: Map<string, number>; now: Map<string, number> }): void {
    const [oldWords, nowWords] = [this.#oldWords[old] ?? "", this.#nowWords[now] ?? ""];
    if (oldWords === nowWords) return this.#pair(old, now);
    // A text of one provision on either side: nobody else has it already.
    const stands = (words: string) => once.old.has(words) && once.now.has(words);
    const isOwn = (place: number, side: Map<string, number>, words: string) => side.get(words) === place;
    if (
      isOwn(old, once.old, oldWords) &&
      stands(oldWords) &&
      this.#from[once.now.get(oldWords) ?? -1] === null
    )
      return this.#ask(old, now, "stands-elsewhere");
    if (isOwn(now, once.now, nowWords) && stands(nowWords) && this.#to[once.old.get(nowWords) ?? -1] === null)
      return this.#ask(old, now, "stands-elsewhere");
    const shorter = Math.min(this.#old[old]?.text.length ?? 0, this.#now[now]?.text.length ?? 0);
    if (shorter >= longText) {
      const alike = this.#likeness(old, now);
      if (alike < hardlyAlike) return this.#ask(old, now, "hardly-alike", alike);
    }
    this.#pair(old, now);
  }

  /** Moved and renumbered: the same text, which nothing else has on either side. */
  #byText(): void {
    const olds = placesOfOwn(this.#old, this.#oldWords);
    for (const [words, now] of placesOfOwn(this.#now, this.#nowWords)) {
      const old = olds.get(words);
      if (old !== undefined && this.#areFree(old, now) && !this.#different.has(`${old} ${now}`))
        this.#pair(old, now);
    }
  }

  #areFree(old: number, now: number): boolean {
    const free = this.#to[old] === null && this.#from[now] === null;
    return free && !this.#asked.old.has(old) && !this.#asked.now.has(now);
  }

  /** "Section 1 : Règles générales" of a chapter that was renumbered: by the chapter, as there are many. */
  #byHeadingsAbove(): void {
    const keyOf = (above: number, { kind, number, title }: Standing) =>
      `${above} ${kind} ${plainNumber(number)} ${squeezed(title)}`;
    const olds = new Map<string, number>();
    for (const [place, provision] of this.#old.entries()) {
      const above = this.#oldPlaces.get(provision.above ?? "");
      if (above !== undefined && !standsByNumber(provision)) olds.set(keyOf(above, provision), place);
    }
    for (const [place, provision] of this.#now.entries()) {
      const above = this.#from[this.#nowPlaces.get(provision.above ?? "") ?? -1];
      if (above === undefined || above === null || standsByNumber(provision)) continue;
      const old = olds.get(keyOf(above, provision));
      if (old !== undefined && this.#areFree(old, place) && !this.#different.has(`${old} ${place}`))
        this.#pair(old, place);
    }
  }

  #askAlike(): void {
    const shingles = (provisions: Standing[], isFree: (place: number) => boolean) =>
      new Map(
        provisions.flatMap((provision, place) => {
          if (!isFree(place)) return [];
          const found = this.#shingles(provision);
          return found.length >= fewShingles ? [[place, found] as const] : [];
        }),
      );
    const old = shingles(this.#old, (place) => this.#to[place] === null && !this.#asked.old.has(place));
    const now = shingles(this.#now, (place) => this.#from[place] === null && !this.#asked.now.has(place));
    const refused = (a: number, b: number) => this.#different.has(`${a} ${b}`);
    for (const pair of alikePairs(old, now, muchAlike, refused))
      this.#ask(pair.old, pair.new, "much-alike", pair.likeness);
  }

  #changeOf(place: number): Match["changes"][number] {
    const from = this.#from[place] ?? null;
    if (from === null) return this.#asked.now.has(place) ? "uncertain" : "new";
    const [old, now] = [this.#old[from], this.#now[place]];
    if (!old || !now || this.#oldWords[from] !== this.#nowWords[place]) return "changed";
    const above = now.above === null ? null : (this.#from[this.#nowPlaces.get(now.above) ?? -1] ?? -1);
    const oldAbove = old.above === null ? null : (this.#oldPlaces.get(old.above) ?? -1);
    const sameNumber = old.kind === now.kind && plainNumber(old.number) === plainNumber(now.number);
    return above === oldAbove && sameNumber ? "kept" : "moved";
  }
}

/** A text without its white space, which says nothing. */
function squeezed(text: string | undefined): string {
  return (text ?? "").replace(/\s+/gu, "");
}

/** What a provision says, for comparison. */
function wordsOf({ title, text }: Standing): string {
  return `${squeezed(title)}\n${squeezed(text)}`;
}

/** "L221-10~2" as "L221-10": the second of that number. */
function uncounted(slug: string | undefined): string {
  return (slug ?? "").replace(/~\d+$/, "");
}

function numberKey(provision: Standing | undefined): string {
  if (!provision) return "";
  const { kind, number, slug } = provision;
  return standsByNumber(provision)
    ? `number ${kind} ${plainNumber(number)}`
    : `way ${kind} ${uncounted(slug)}`;
}

/** Where the texts stand that are long enough to be of one provision, and are. */
function placesOfOwn(provisions: Standing[], words: string[]): Map<string, number> {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  for (const [place, provision] of provisions.entries()) {
    const own = words[place] ?? "";
    if (own.length < (standsByNumber(provision) ? ownText : ownTitle)) continue;
    if (places.has(own)) twice.add(own);
    places.set(own, place);
  }
  for (const own of twice) places.delete(own);
  return places;
}
