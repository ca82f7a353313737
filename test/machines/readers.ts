import { setTimeout as sleep } from "node:timers/promises";

/** People who read public pages without pause, as strangers do, and note what was not as it should be. */
export class Readers {
  read = 0;
  readonly failed: string[] = [];
  readonly #reading: Promise<void>[];
  #leave = false;

  constructor(origin: string, paths: string[]) {
    this.#reading = paths.map((path) => this.#readOn(origin + path));
  }

  async go(): Promise<void> {
    this.#leave = true;
    await Promise.all(this.#reading);
  }

  async #readOn(address: string): Promise<void> {
    while (!this.#leave) {
      try {
        const answer = await fetch(address, { signal: AbortSignal.timeout(20_000) });
        await answer.arrayBuffer();
        if (answer.status !== 200) this.failed.push(`${address}: ${answer.status}`);
      } catch (fault) {
        const { message, cause } = fault as Error;
        this.failed.push(`${address}: ${cause instanceof Error ? cause.message : message}`);
      }
      this.read++;
      await sleep(100);
    }
  }
}
