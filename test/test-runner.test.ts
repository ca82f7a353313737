import { describe, expect, test } from "vitest";
import { addUp, sumLine, tallyMachines, tallyPlaywright, tallyVitest } from "./tally.ts";

const clean = { exitCode: 0 };

function rules(...tests: [fullName: string, status: string][]) {
  const assertionResults = tests.map(([fullName, status]) => ({ fullName, status }));
  const failed = tests.some(([, status]) => status === "failed");
  return {
    testResults: [{ name: "test/a.test.ts", status: failed ? "failed" : "passed", assertionResults }],
  };
}

function stories(...tests: [title: string, status: string, reason?: string][]) {
  const specs = tests.map(([title, status, description]) => ({
    title,
    tests: [{ status, annotations: description ? [{ type: "skip", description }] : [] }],
  }));
  return { suites: [{ title: "sign.spec.ts", suites: [{ title: "on a phone", specs }] }] };
}

describe("adding up a Vitest run", () => {
  test("passed and failed tests are counted and the failed ones named", () => {
    const report = rules(["signs", "passed"], ["signs twice", "failed"]);
    expect(tallyVitest(report, { exitCode: 1 })).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
      faults: ["failed: signs twice"],
    });
  });

  test.each(["pending", "skipped", "todo"])(
    "a test that is %s without a reason counts as failed",
    (status) => {
      const sum = tallyVitest(rules(["signs", "passed"], ["withdraws", status]), clean);
      expect(sum).toMatchObject({ passed: 1, failed: 1, skipped: 0 });
      expect(sum.faults).toEqual(["skipped or never run, without a reason: withdraws"]);
    },
  );

  test("a skipped test that names its reason is only skipped", () => {
    const report = rules(["signs", "passed"], ["drops to nobody — skipped: needs root", "pending"]);
    expect(tallyVitest(report, clean)).toEqual({ passed: 1, failed: 0, skipped: 1, faults: [] });
  });

  test("an empty reason is none", () => {
    const report = rules(["signs", "passed"], ["drops to nobody — skipped: ", "pending"]);
    expect(tallyVitest(report, clean).failed).toBe(1);
  });

  test("a file that cannot be loaded counts as failed and tells why", () => {
    const broken = {
      name: "b.test.ts",
      status: "failed",
      message: "Cannot find x\n  at y",
      assertionResults: [],
    };
    const report = { testResults: [...rules(["signs", "passed"]).testResults, broken] };
    const sum = tallyVitest(report, { exitCode: 1 });
    expect(sum).toMatchObject({ passed: 1, failed: 1, faults: ["failed: b.test.ts: Cannot find x"] });
  });
});

describe("adding up a Playwright run", () => {
  test("passed, failed and flaky tests are counted; flaky is failed", () => {
    const report = stories(["signs", "expected"], ["confirms", "unexpected"], ["withdraws", "flaky"]);
    const sum = tallyPlaywright(report, { exitCode: 1 });
    expect(sum).toMatchObject({ passed: 1, failed: 2, skipped: 0 });
    expect(sum.faults[0]).toBe("failed: sign.spec.ts › on a phone › confirms");
  });

  test("a skip counts as failed unless its annotation or its title names the reason", () => {
    const report = stories(
      ["signs", "expected"],
      ["prints", "skipped"],
      ["shares", "skipped", "the browser has no share sheet"],
      ["installs — skipped: not in headless Chromium", "skipped"],
    );
    const sum = tallyPlaywright(report, clean);
    expect(sum).toMatchObject({ passed: 1, failed: 1, skipped: 2 });
    expect(sum.faults).toEqual([
      "skipped or never run, without a reason: sign.spec.ts › on a phone › prints",
    ]);
  });

  test("an error outside the tests counts as failed and is told", () => {
    const report = {
      ...stories(["signs", "expected"]),
      errors: [{ message: "Tribune ended with code 1\nlog" }],
    };
    const sum = tallyPlaywright(report, { exitCode: 1 });
    expect(sum).toMatchObject({ passed: 1, failed: 1 });
    expect(sum.faults).toEqual(["failed: Tribune ended with code 1"]);
  });
});

describe("a run that did not go as it should", () => {
  test("no report is a failure", () => {
    expect(tallyVitest(undefined, { exitCode: 1 })).toMatchObject({ passed: 0, failed: 1 });
    expect(tallyPlaywright(undefined, clean)).toMatchObject({ passed: 0, failed: 1 });
    expect(tallyPlaywright(undefined, { exitCode: 0, mayBeEmpty: true }).failed).toBe(1);
    expect(tallyMachines(undefined, { exitCode: 0 })).toMatchObject({ passed: 0, failed: 1 });
  });

  test("a crash after tests that all passed is a failure", () => {
    const sum = tallyVitest(rules(["signs", "passed"]), { exitCode: 139 });
    expect(sum).toMatchObject({ passed: 1, failed: 1 });
    expect(sum.faults).toEqual(["Vitest ended with code 139 although no test failed."]);
  });

  test("a runner that executed no test is a failure, unless a filter left it none", () => {
    expect(tallyVitest({ testResults: [] }, clean).failed).toBe(1);
    expect(tallyPlaywright({ suites: [] }, clean).failed).toBe(1);
    expect(tallyVitest(rules(["a — skipped: needs root", "pending"]), clean).failed).toBe(1);
    expect(tallyPlaywright({ suites: [] }, { exitCode: 0, mayBeEmpty: true }).failed).toBe(0);
  });

  test("nothing executed by any runner is a failure even under a filter", () => {
    const filtered = { exitCode: 0, mayBeEmpty: true };
    const sum = addUp([
      tallyVitest({ testResults: [] }, filtered),
      tallyPlaywright({ suites: [] }, filtered),
    ]);
    expect(sum).toEqual({ passed: 0, failed: 1, skipped: 0, faults: ["No test ran."] });
  });
});

describe("the last line", () => {
  test("is the sum of all runners", () => {
    const all = [
      tallyVitest(rules(["a", "passed"], ["b", "passed"]), clean),
      tallyPlaywright(stories(["c", "expected"]), clean),
    ];
    expect(sumLine(addUp(all))).toBe("3 passed, 0 failed");
  });

  test("is plain when some were skipped for a reason", () => {
    const all = [tallyVitest(rules(["a", "passed"], ["b — skipped: needs root", "pending"]), clean)];
    expect(sumLine(addUp(all))).toBe("1 passed, 0 failed");
  });
});
