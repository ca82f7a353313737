import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import { root } from "../program.ts";
import { readers } from "./hostile-text.ts";

/** What is read to its end takes a second or two; what goes back and forth over 100,000 characters takes minutes or years. */
const patience = 30_000;

/** Has a thread read every hostile text by one reader. @returns how many; rejects with the text that it does not come to the end of */
async function readAll(reader: string): Promise<number> {
  const worker = new Worker(join(root, "test/attacks/hostile-text.ts"), {
    workerData: { reader },
    execArgv: [],
    env: { SECRET_KEY: "a key for tests, of more than 32 characters" },
  });
  let reading = "nothing yet";
  let late: NodeJS.Timeout | undefined;
  try {
    return await new Promise<number>((resolve, reject) => {
      worker.on("error", (fault) => reject(new Error(`${reading}: ${String(fault)}`)));
      worker.on("message", (told: { reading?: string; count?: number }) => {
        clearTimeout(late);
        if (told.count !== undefined) return resolve(told.count);
        reading = told.reading ?? reading;
        late = setTimeout(() => reject(new Error(`is still reading ${reading}`)), patience);
      });
    });
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}

describe("what is typed is read to its end, however evil its shape", { timeout: 600_000 }, () => {
  test.each(Object.keys(readers))("%s", async (name) => {
    expect(await readAll(name)).toBeGreaterThan(150);
  });
});
