import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { Admission, boundsFor, Busy, Late } from "#app/server/admission.ts";

const bounds = { underWay: 2, waiting: 2, patience: 40, longest: 60_000 };

/** Work that ends when told to. */
function work() {
  let end: () => void = () => undefined;
  let fail: (fault: Error) => void = () => undefined;
  let begun = false;
  const done = new Promise<string>((resolve, reject) => {
    end = () => resolve("done");
    fail = reject;
  });
  const start = () => {
    begun = true;
    return done;
  };
  return { start, end: () => end(), fail: (fault: Error) => fail(fault), begun: () => begun };
}

test("so many are under way, so many wait in the order they came, and the next is refused at once", async () => {
  const admission = new Admission(bounds);
  const works = Array.from({ length: 4 }, work);
  const outcomes = works.map(({ start }) => admission.within(start));
  expect(works.map(({ begun }) => begun())).toEqual([true, true, false, false]);
  expect([admission.underWay, admission.waiting, admission.refused]).toEqual([2, 2, 0]);
  const started = performance.now();
  await expect(admission.within(work().start)).rejects.toThrow(Busy);
  expect(performance.now() - started).toBeLessThan(20);
  works[1]?.end();
  await outcomes[1];
  await sleep(1);
  expect(works.map(({ begun }) => begun())).toEqual([true, true, true, false]);
  for (const { end } of works) end();
  expect(await Promise.all(outcomes)).toEqual(Array(4).fill("done"));
  expect([admission.underWay, admission.waiting, admission.refused]).toEqual([0, 0, 1]);
});

test("what many wait for goes before those who wait for themselves", async () => {
  const admission = new Admission(bounds);
  const [first, second, own, shared] = [work(), work(), work(), work()];
  const outcomes = [first, second, own].map(({ start }) => admission.within(start));
  outcomes.push(admission.within(shared.start, { ahead: true }));
  first.end();
  await outcomes[0];
  await sleep(1);
  expect([own.begun(), shared.begun()]).toEqual([false, true]);
  for (const { end } of [second, own, shared]) end();
  await Promise.all(outcomes);
  expect([admission.underWay, admission.waiting]).toEqual([0, 0]);
});

test("who waits is told after a moment, and its work is never begun", async () => {
  const admission = new Admission(bounds);
  const held = [work(), work()];
  const under = held.map(({ start }) => admission.within(start));
  const late = work();
  const started = performance.now();
  await expect(admission.within(late.start)).rejects.toThrow(Busy);
  expect(performance.now() - started).toBeGreaterThan(30);
  for (const { end } of held) end();
  await Promise.all(under);
  await sleep(5);
  expect(late.begun()).toBe(false);
  expect([admission.underWay, admission.waiting]).toEqual([0, 0]);
});

test("work that fails gives its place back, and its fault is told", async () => {
  const admission = new Admission({ ...bounds, underWay: 1 });
  const broken = work();
  const outcome = admission.within(broken.start);
  const next = admission.within(() => Promise.resolve("next"));
  broken.fail(new Error("no"));
  await expect(outcome).rejects.toThrow("no");
  expect(await next).toBe("next");
  expect(admission.underWay).toBe(0);
});

test("work that does not end is given up for its reader but keeps its place; when nothing else gets done, that is told", async () => {
  let stuck = 0;
  const admission = new Admission({ ...bounds, longest: 60 }, () => stuck++);
  const hung = work();
  await expect(admission.within(hung.start)).rejects.toThrow(Late);
  expect([admission.underWay, stuck]).toEqual([1, 1]);
  const slow = work();
  const late = expect(admission.within(slow.start)).rejects.toThrow(Late);
  await sleep(20);
  hung.end();
  await late;
  expect(stuck, "other work got done").toBe(1);
  slow.end();
  await sleep(1);
  expect(admission.underWay).toBe(0);
});

test("the bounds follow the pool", () => {
  expect(boundsFor(16)).toMatchObject({ underWay: 32, waiting: 256 });
  expect(boundsFor(1)).toMatchObject({ underWay: 2, waiting: 16 });
});
