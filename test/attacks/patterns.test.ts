import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import { root } from "../program.ts";
import { readers } from "./hostile-text.ts";

/** Three hundred texts of up to 100,000 characters take seconds; one that goes back and forth takes hours. */
const patience = 240_000;

describe("what is typed is read to its end, however evil its shape", () => {
  test.each(Object.keys(readers))(
    "%s",
    async (name) => {
      const worker = new Worker(join(root, "test/attacks/hostile-text.ts"), {
        workerData: { reader: name },
        execArgv: [],
        env: { SECRET_KEY: "a key for tests, of more than 32 characters" },
      });
      let reading = "nothing yet";
      try {
        const count = await new Promise<number>((resolve, reject) => {
          const late = setTimeout(() => reject(new Error(`still reading ${reading}`)), patience);
          worker.on("message", (told: { reading?: string; count?: number }) => {
            reading = told.reading ?? reading;
            if (told.count === undefined) return;
            clearTimeout(late);
            resolve(told.count);
          });
          worker.on("error", (fault) => reject(new Error(`${reading}: ${String(fault)}`)));
        });
        expect(count).toBeGreaterThan(200);
      } finally {
        await worker.terminate();
      }
    },
    patience + 10_000,
  );
});
