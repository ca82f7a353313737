import { afterEach, expect, test } from "vitest";
import { seal, unseal } from "#app/identity/seal.server.ts";

const key = process.env.SECRET_KEY;
afterEach(() => (process.env.SECRET_KEY = key));

test("what is sealed opens for its owner, and two seals of one secret differ", () => {
  const sealed = seal("hunter2 – été", "organisation 1");
  expect(unseal(sealed, "organisation 1")).toBe("hunter2 – été");
  expect(sealed.toString("latin1")).not.toContain("hunter2");
  expect(seal("hunter2 – été", "organisation 1").equals(sealed)).toBe(false);
});

test("it opens for nobody else, under no other key, and not when a bit is changed", () => {
  const sealed = seal("hunter2", "organisation 1");
  expect(unseal(sealed, "organisation 2")).toBeNull();
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(unseal(changed, "organisation 1")).toBeNull();
  }
  expect(unseal(sealed.subarray(0, 20), "organisation 1")).toBeNull();
  process.env.SECRET_KEY = "another key for tests, of more than 32 characters";
  expect(unseal(sealed, "organisation 1")).toBeNull();
});
