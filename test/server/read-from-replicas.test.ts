import { expect, test } from "vitest";
import { copyHere } from "#db/reading.ts";
import type { Choice, Replicas } from "#db/replicas.ts";
import type { Sql } from "#db/sql.ts";
import type { Rendered } from "#app/server/page-cache.ts";
import { readerFrom } from "#app/server/read-from-replicas.ts";

const copy = (() => undefined) as unknown as Sql;
const page = (from: string, status = 200): Rendered => ({
  ...{ status, headers: [], madeOf: new Set<string>() },
  body: Buffer.from(from),
});

/** What a reader gets, where each time it was rendered, and which faults the copy is said to have. */
async function read(
  { path = "/letters/x", copies = true, sound = true },
  render: (from: "copy" | "primary") => Promise<Rendered>,
): Promise<{ body: string; asked: string[]; failed: string[] }> {
  const asked: string[] = [];
  const failed: string[] = [];
  const choice: Choice = {
    ...{ sql: copy, name: "copy", isSound: () => sound },
    failed: (fault) => failed.push((fault as Error).message),
  };
  const replicas = { choose: () => Promise.resolve(copies ? choice : null) } as unknown as Replicas;
  const { body } = await readerFrom(replicas)(path, () => {
    const from = copyHere() === copy ? "copy" : "primary";
    asked.push(from);
    return render(from);
  });
  return { body: body.toString(), asked, failed };
}

test("a page is made from a copy, or from the primary where there is none", async () => {
  const render = (from: string) => Promise.resolve(page(from));
  expect(await read({}, render)).toEqual({ body: "copy", asked: ["copy"], failed: [] });
  expect(await read({ copies: false }, render)).toEqual({ body: "primary", asked: ["primary"], failed: [] });
});

test("a paper, which others share while it is made, is the primary's", async () => {
  const render = (from: string) => Promise.resolve(page(from));
  expect((await read({ path: "/letters/x.pdf" }, render)).asked).toEqual(["primary"]);
});

test("what a copy fails to give is made again from the primary", async () => {
  const render = (from: string) =>
    from === "copy" ? Promise.reject(new Error("conflict with recovery")) : Promise.resolve(page(from));
  expect(await read({}, render)).toEqual({ body: "primary", asked: ["copy", "primary"], failed: [] });
  // Its connections ended: it is left alone, too.
  expect((await read({ sound: false }, render)).failed).toEqual(["conflict with recovery"]);
});

test("so is what a copy does not have, and what was read across an end of its connections", async () => {
  const missing = (from: string) => Promise.resolve(page(from, from === "copy" ? 404 : 200));
  expect((await read({}, missing)).asked).toEqual(["copy", "primary"]);
  const render = (from: string) => Promise.resolve(page(from));
  expect((await read({ sound: false }, render)).body).toBe("primary");
});

test("a fault of the page itself is told once it is the primary's", async () => {
  await expect(read({}, (from) => Promise.reject(new Error(`fault on ${from}`)))).rejects.toThrow(
    "fault on primary",
  );
});

test("a copy that does not answer is given up", async () => {
  const render = (from: string) =>
    from === "copy" ? new Promise<Rendered>(() => undefined) : Promise.resolve(page(from));
  const { body, failed } = await read({}, render);
  expect(body).toBe("primary");
  expect(failed).toEqual([expect.stringContaining("longer than")]);
});
