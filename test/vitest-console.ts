import { format } from "node:util";
import { expect } from "vitest";

let recorded: string[] = [];
let expected: RegExp[] = [];

/** Records what goes to console.error from now on, and still prints it. */
export function watchConsoleErrors(): void {
  const print = console.error;
  console.error = (...values: unknown[]) => {
    const text = format(...values);
    recorded.push(text);
    if (!expected.some((pattern) => pattern.test(text))) print(...values);
  };
}

/** Says that this test causes a console.error like `pattern`; the test fails when none comes. */
export function expectConsoleError(pattern = /./s): void {
  expected.push(pattern);
}

/** Fails when the test that ends wrote what it had not announced, or announced what it did not write. */
export function verifyConsoleErrors(): void {
  const unexpected = recorded.filter((text) => !expected.some((pattern) => pattern.test(text)));
  const missing = expected.filter((pattern) => !recorded.some((text) => pattern.test(text)));
  recorded = [];
  expected = [];
  expect(unexpected, "console.error that no expectConsoleError() announced").toEqual([]);
  expect(missing.map(String), "announced by expectConsoleError(), but it did not come").toEqual([]);
}
