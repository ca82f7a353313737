/** What a run amounts to; each fault is one line for the reader, naming what counts as failed and why. */
export type Tally = { passed: number; failed: number; skipped: number; faults: string[] };

type TestOutcome = {
  title: string;
  outcome: "passed" | "failed" | "skipped";
  /** Why it was skipped, where the runner knows. */
  reason?: string;
};

/** The part of Vitest's JSON report that counts. */
export type VitestReport = {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
};

type PlaywrightSuite = {
  title: string;
  specs?: {
    title: string;
    tests: { status: string; annotations?: { type: string; description?: string }[] }[];
  }[];
  suites?: PlaywrightSuite[];
};

/** The part of Playwright's JSON report that counts. */
export type PlaywrightReport = { suites: PlaywrightSuite[]; errors?: { message?: string }[] };

export type RunEnd = {
  exitCode: number;
  /** True when a filter was given, which may leave nothing to this runner. */
  mayBeEmpty?: boolean;
};

/** Adds up a Vitest run; `report` is undefined when it wrote none. */
export function tallyVitest(report: VitestReport | undefined, end: RunEnd): Tally {
  const outcomes: TestOutcome[] = [];
  for (const file of report?.testResults ?? []) {
    for (const { fullName, status } of file.assertionResults)
      outcomes.push({
        title: fullName.trim(),
        outcome: status === "passed" || status === "failed" ? status : "skipped",
      });
    // A file that breaks outside its tests, at an import for example, has no failed test to show for it.
    if (file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"))
      outcomes.push({ title: `${file.name}: ${firstLine(file.message)}`, outcome: "failed" });
  }
  return tally("Vitest", report && outcomes, end);
}

/** Adds up a Playwright run; `report` is undefined when it wrote none. */
export function tallyPlaywright(report: PlaywrightReport | undefined, end: RunEnd): Tally {
  const outcomes = report?.suites.flatMap((suite) => outcomesIn(suite, []));
  // Outside the tests, when a server does not stop as it should for example.
  for (const { message } of report?.errors ?? [])
    outcomes?.push({ title: firstLine(message), outcome: "failed" });
  return tally("Playwright", outcomes, end);
}

/** Takes over what the test of several machines has counted; `report` is undefined when it wrote none. */
export function tallyMachines(report: Tally | undefined, end: RunEnd): Tally {
  const sum = report ?? { passed: 0, failed: 0, skipped: 0, faults: [] };
  const broken = !report
    ? `Machines ended with code ${end.exitCode} and wrote no report.`
    : end.exitCode !== 0 && sum.failed === 0
      ? `Machines ended with code ${end.exitCode} although no test failed.`
      : sum.passed + sum.failed === 0
        ? "Machines ran no test."
        : undefined;
  return broken ? { ...sum, failed: sum.failed + 1, faults: [...sum.faults, broken] } : sum;
}

/** The sum of several runners. Nothing executed by any of them counts as one failure. */
export function addUp(tallies: Tally[]): Tally {
  const sum: Tally = { passed: 0, failed: 0, skipped: 0, faults: [] };
  for (const { passed, failed, skipped, faults } of tallies) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
    sum.faults.push(...faults);
  }
  if (sum.passed + sum.failed === 0) {
    sum.failed = 1;
    sum.faults.push("No test ran.");
  }
  return sum;
}

/** The last line of a run: `412 passed, 0 failed`. Programs read it, so it says nothing else. */
export function sumLine({ passed, failed }: Pick<Tally, "passed" | "failed">): string {
  return `${passed} passed, ${failed} failed`;
}

function outcomesIn(suite: PlaywrightSuite, above: string[]): TestOutcome[] {
  const path = [...above, suite.title];
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map(({ status, annotations = [] }): TestOutcome => {
      const skip = annotations.find(({ type, description }) => /^(skip|fixme)$/.test(type) && description);
      const title = [...path, spec.title].join(" › ");
      if (status === "skipped") return { title, outcome: "skipped", reason: skip?.description };
      // "flaky" is a failure that a retry hid.
      return { title, outcome: status === "expected" ? "passed" : "failed" };
    }),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => outcomesIn(inner, path))];
}

function tally(runner: string, outcomes: TestOutcome[] | undefined, end: RunEnd): Tally {
  const sum: Tally = { passed: 0, failed: 0, skipped: 0, faults: [] };
  for (const { title, outcome, reason } of outcomes ?? []) {
    const unexplained = outcome === "skipped" && !reason?.trim() && !/— skipped: \S/.test(title);
    sum[unexplained ? "failed" : outcome]++;
    if (outcome === "failed") sum.faults.push(`failed: ${title}`);
    if (unexplained) sum.faults.push(`skipped or never run, without a reason: ${title}`);
  }
  const broken = !outcomes
    ? `${runner} ended with code ${end.exitCode} and wrote no report.`
    : end.exitCode !== 0 && sum.failed === 0
      ? `${runner} ended with code ${end.exitCode} although no test failed.`
      : sum.passed + sum.failed === 0 && !end.mayBeEmpty
        ? `${runner} ran no test.`
        : undefined;
  if (broken) {
    sum.failed++;
    sum.faults.push(broken);
  }
  return sum;
}

function firstLine(text = ""): string {
  return text.trim().split("\n")[0] || "it did not finish";
}
