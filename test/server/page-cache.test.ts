import { expect, test } from "vitest";
import { PageCache, type Rendered } from "#app/server/page-cache.ts";

const page = (text: string, wish: Partial<Rendered> = {}): Rendered => ({
  status: 200,
  headers: [["Content-Type", "text/html"]],
  body: Buffer.from(text),
  madeOf: new Set(["letter:1"]),
  ...wish,
});
const textOf = (outcome: Awaited<ReturnType<PageCache["get"]>>) =>
  String("kept" in outcome ? outcome.kept.bytes.identity : outcome.rendered.body);

/** A cache, and a page whose text says how often it was rendered. */
function counting(wish: Partial<Rendered> = {}) {
  const cache = new PageCache(1_000_000);
  let renders = 0;
  const get = (key = "/") =>
    cache.get(key, () => Promise.resolve(page(`render ${++renders}`, wish))).then(textOf);
  return { cache, get, renders: () => renders };
}
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("a page is rendered once, however many ask at the same moment and afterwards", async () => {
  const { get, renders } = counting();
  await Promise.all(Array.from({ length: 50 }, () => get()));
  expect(await get()).toBe("render 1");
  expect(renders()).toBe(1);
});

test("a change of its data renders it anew, of other data does not", async () => {
  const { cache, get } = counting();
  await get();
  cache.drop("letter:2");
  expect(await get()).toBe("render 1");
  cache.drop("letter:1");
  expect(await get(), "the old one while the new one is made").toBe("render 1");
  await later(20);
  expect(await get()).toBe("render 2");
});

test("the old page is served for a second at most, however long the new one takes", async () => {
  const cache = new PageCache(1_000_000);
  await cache.get("/", () => Promise.resolve(page("old")));
  cache.drop("letter:1");
  let finish: (rendered: Rendered) => void = () => undefined;
  const slow = () => new Promise<Rendered>((resolve) => (finish = resolve));
  expect(textOf(await cache.get("/", slow))).toBe("old");
  await later(1050);
  const waiting = cache.get("/", slow);
  finish(page("new"));
  expect(textOf(await waiting)).toBe("new");
});

test("a page whose data changed while it was rendered is an old one from the start", async () => {
  const cache = new PageCache(1_000_000);
  const first = cache.get("/", async () => {
    await later(5);
    cache.drop("letter:1");
    return page("before");
  });
  expect(textOf(await first)).toBe("before");
  expect(cache.current("/"), "nobody makes the new one yet").toBeUndefined();
  const after = () => Promise.resolve(page("after"));
  expect(textOf(await cache.get("/", after)), "the old one while the new one is made").toBe("before");
  await later(20);
  expect(textOf(await cache.get("/", after))).toBe("after");
});

test("a page rendered while nothing was heard of changes is not kept at all", async () => {
  const cache = new PageCache(1_000_000);
  await cache.get("/", () => {
    cache.pause();
    cache.resume();
    return Promise.resolve(page("before"));
  });
  expect(textOf(await cache.get("/", () => Promise.resolve(page("after"))))).toBe("after");
});

test("while one makes the new page, the old one needs nobody to wait for it", async () => {
  const cache = new PageCache(1_000_000);
  await cache.get("/", () => Promise.resolve(page("old")));
  cache.drop("letter:1");
  expect(cache.current("/")).toBeUndefined();
  const awaited: boolean[] = [];
  await cache.get("/", async (others) => {
    awaited.push(others);
    await later(20);
    return page("new");
  });
  expect(String(cache.current("/")?.bytes.identity)).toBe("old");
  await later(40);
  expect(String(cache.current("/")?.bytes.identity)).toBe("new");
  expect(awaited, "others have asked for it").toEqual([true]);
});

test.each([
  ["that names no data", { madeOf: new Set<string>() }],
  ["that is no 200", { status: 404 }],
  ["that sets a cookie", { headers: [["Set-Cookie", "a=b"]] as [string, string][] }],
])("a page %s is not kept", async (_what, wish) => {
  const { get } = counting(wish);
  expect(await get()).toBe("render 1");
  expect(await get()).toBe("render 2");
});

test("a fault reaches all who wait, is not kept, and does not take the old page with it", async () => {
  const { cache, get } = counting();
  const broken = () => Promise.reject(new Error("database away"));
  const all = await Promise.allSettled([cache.get("/x", broken), cache.get("/x", broken)]);
  expect(all.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await get();
  cache.drop("letter:1");
  expect(textOf(await cache.get("/", broken))).toBe("render 1");
  await later(5);
  expect(await get()).toBe("render 1");
  await later(5);
  expect(await get()).toBe("render 2");
});

test("while changes go unheard nothing is kept, and afterwards it begins anew", async () => {
  const { cache, get } = counting();
  await get();
  cache.pause();
  expect(await get()).toBe("render 2");
  expect(await get()).toBe("render 3");
  cache.resume();
  expect(await get()).toBe("render 4");
  expect(await get()).toBe("render 4");
});

test("it holds no more bytes than it may", async () => {
  const cache = new PageCache(50_000);
  let renders = 0;
  const noise = () =>
    Array.from({ length: 2000 }, () => Math.random().toString(36))
      .join("")
      .slice(0, 10_000);
  const get = (key: number) =>
    cache.get(String(key), () => {
      renders++;
      return Promise.resolve(page(noise()));
    });
  for (let key = 0; key < 20; key++) await get(key);
  await get(19);
  expect(renders).toBe(20);
  await get(0);
  expect(renders).toBe(21);
});
