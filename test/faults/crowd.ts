import { setTimeout as sleep } from "node:timers/promises";
import type { Installation } from "./installation.ts";
import { acknowledges, type End, madeUpAddress, Signer } from "./signer.ts";

/** What the crowd was told. */
export type Told = {
  /** Addresses whose signature was acknowledged, with how often they had to ask. */
  signed: Map<string, number>;
  /** Addresses whose confirmation was acknowledged. */
  confirmed: Set<string>;
};

/**
 * Clients that sign without pause, each time as somebody new, and some that confirm every third signature by the link
 * in its mail. Who is not answered, or told to come back, asks the same again until it is acknowledged.
 */
export class Crowd {
  readonly told: Told = { signed: new Map(), confirmed: new Set() };
  /** Answers that are neither a success nor "come back": there should be none. */
  readonly wrong: string[] = [];
  cut = 0;
  toldToComeBack = 0;
  readonly #installation: Pick<Installation, "url" | "letter" | "mailbox">;
  readonly #comeBack: number[];
  readonly #run = Date.now().toString(36);
  #signatures = 0;
  #requests = 0;
  #signing: Promise<void>[] = [];
  #confirming: Promise<void>[] = [];
  #signersLeave = false;
  #confirmersLeave = false;

  /** @param comeBack the statuses that ask to come back: a proxy has its own for an app that it lost */
  constructor(installation: Pick<Installation, "url" | "letter" | "mailbox">, comeBack = [503]) {
    this.#installation = installation;
    this.#comeBack = comeBack;
  }

  come(signers: number, confirmers: number): void {
    for (let number = 0; number < signers; number++) this.#signing.push(this.#sign());
    for (let number = 0; number < confirmers; number++)
      this.#confirming.push(this.#confirm(number, confirmers));
  }

  /** Who signs finishes what they are at and goes; mails are still confirmed. */
  async signersGo(): Promise<void> {
    this.#signersLeave = true;
    await Promise.all(this.#signing);
  }

  async allGo(): Promise<void> {
    await this.signersGo();
    this.#confirmersLeave = true;
    await Promise.all(this.#confirming);
  }

  /** Waits until so many more signatures are acknowledged. @returns the milliseconds it took */
  async goesOn(more: number, patience: number): Promise<number> {
    const started = performance.now();
    const aim = this.told.signed.size + more;
    while (this.told.signed.size < aim) {
      if (performance.now() - started > patience)
        throw new Error(`no ${more} signatures were acknowledged within ${patience / 1000} s`);
      await sleep(10);
    }
    return performance.now() - started;
  }

  /** Asks until it is acknowledged. @returns how often it was asked, or null when it never will be */
  async #insist(ask: (from: string) => Promise<End>, isRight: (end: End) => boolean): Promise<number | null> {
    for (let asked = 1; ; asked++) {
      const end = await ask(madeUpAddress(++this.#requests));
      if (isRight(end)) return asked;
      if (end.end !== "answered") this.cut++;
      else if (this.#comeBack.includes(end.status)) this.toldToComeBack++;
      else {
        this.wrong.push(`answered ${end.status} ${end.location} when asked for the ${asked}. time`);
        return null;
      }
      if (asked > 100) throw new Error(`asked ${asked} times in vain, at last ${JSON.stringify(end)}`);
      await sleep(200 + 100 * Math.min(asked, 10));
    }
  }

  async #sign(): Promise<void> {
    const { url, letter } = this.#installation;
    const signer = new Signer(url);
    while (!this.#signersLeave) {
      const email = `s${this.#run}-${++this.#signatures}@example.org`;
      const asked = await this.#insist((from) => signer.sign(letter.slug, email, from), acknowledges);
      if (asked !== null) this.told.signed.set(email, asked);
    }
    signer.close();
  }

  /** Takes each mail whose number falls to it. */
  async #confirm(own: number, all: number): Promise<void> {
    const { url, mailbox, letter } = this.#installation;
    const signer = new Signer(url);
    for (let next = own * 3; !this.#confirmersLeave;) {
      const mail = mailbox.messages[next];
      if (!mail) {
        await sleep(50);
        continue;
      }
      next += all * 3;
      const path = /https?:\/\/[^/\s]+(\/signatures\/[\w-]+)/.exec(mail.text ?? "")?.[1];
      const to = [mail.to ?? []].flat()[0]?.value[0]?.address ?? "";
      // A mail that was sent again after a crash, or the receipt of what is confirmed already.
      if (
        !path ||
        this.told.confirmed.has(to) ||
        (mail.text ?? "").includes(`/letters/${letter.slug}/versions/`)
      )
        continue;
      const asked = await this.#insist(
        (from) => signer.post(path, { intent: "confirm" }, from),
        (end) => end.end === "answered" && end.status === 303 && end.location === path,
      );
      if (asked !== null) this.told.confirmed.add(to);
    }
    signer.close();
  }
}
