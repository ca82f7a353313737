import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { useTribune } from "../server/tribune.ts";
import { root } from "../program.ts";

const read = (file: string) => readFile(join(root, "deploy", file), "utf8");

/** The metrics that questions in PromQL name: words that are no function, no label and no keyword. */
function metricsIn(questions: string[]): string[] {
  const names = questions.flatMap((question) =>
    [
      ...question
        .replace(/\{[^}]*\}|\[[^\]]*\]|\bby \([^)]*\)|"[^"]*"/g, " ")
        .matchAll(/\b[a-z_][a-z0-9_]*\b(?!\s*\()/gi),
    ].map(([name]) => name),
  );
  return [...new Set(names)].filter((name) => !["by", "and", "or", "unless", "up"].includes(name)).sort();
}

type Rules = { groups: { rules: { alert: string; expr: string; annotations: { summary: string } }[] }[] };
type Dashboard = {
  panels: { targets: { expr: string }[] }[];
  templating: { list: { type: string; query: string }[] };
};

async function questions(): Promise<string[]> {
  const rules = parse(await read("alerts.yaml")) as Rules;
  const dashboard = JSON.parse(await read("dashboard.json")) as Dashboard;
  const asked = dashboard.templating.list.filter(({ type }) => type === "query");
  return [
    ...rules.groups.flatMap((group) => group.rules.map(({ expr }) => expr)),
    ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ...asked.map(({ query }) => query.replace(/^label_values\((\w+), \w+\)$/, "$1")),
  ];
}

describe("a running Tribune", () => {
  const tribune = useTribune();

  test("has every metric that the alerts and the dashboard ask for, and they ask for all of its own", async () => {
    // Each of them counts from the first answer on.
    expect((await fetch(`${tribune.url()}/letters`)).status).toBe(200);
    expect((await fetch(`${tribune.url()}/nowhere`)).status).toBe(404);
    const text = await (await fetch(`${tribune.url()}/metrics`)).text();
    const told = new Set([...text.matchAll(/^([a-z_]\w*)(?:\{.*\})? \S+$/gm)].map(([, name]) => name));
    const asked = metricsIn(await questions());
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((name) => !told.has(name))).toEqual([]);
    const own = [...told].filter((name) => /^tribune_(?!answer_seconds_(sum|count))/.test(name ?? ""));
    expect(own.filter((name) => !asked.includes(name ?? ""))).toEqual([]);
    expect(text).toMatch(/^tribune_answers_total\{status="4xx"\} [1-9]/m);
    expect(text).toMatch(/^tribune_answer_seconds_count [1-9]/m);
    expect(text).toMatch(/^tribune_database_reachable 1$/m);
  });
});

test("questions name metrics alone", () => {
  expect(
    metricsIn([`sum by (le, a) (rate(x_total{job="y",le=~"z.*"}[5m])) > 0.02 * w_seconds and v_bytes`]),
  ).toEqual(["v_bytes", "w_seconds", "x_total"]);
});

test("every alert says what is wrong, and on which process or how much", async () => {
  const { groups } = parse(await read("alerts.yaml")) as Rules;
  for (const { alert, annotations } of groups.flatMap(({ rules }) => rules))
    expect([alert, annotations.summary]).toEqual([alert, expect.stringMatching(/\{\{.*\}\}/)]);
});

const systemd = existsSync("/usr/bin/systemd-analyze");
test.skipIf(!systemd)(`systemd takes the unit${systemd ? "" : " (not here: no systemd)"}`, async () => {
  const folder = await mkdtemp(join(tmpdir(), "tribune-unit-"));
  try {
    const unit = join(folder, "tribune@3001.service");
    // It looks whether the program is there, and on this machine Tribune is not installed.
    await writeFile(
      unit,
      (await read("tribune@.service")).replaceAll(/^ExecStart=\S+/gm, `ExecStart=${process.execPath}`),
    );
    // What systemd does not know it only warns of.
    expect(await promisify(execFile)("systemd-analyze", ["verify", unit])).toMatchObject({ stderr: "" });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("the containers name what they need and open the database to Tribune alone", async () => {
  type Service = { environment?: Record<string, string>; ports?: string[]; networks: string[] };
  const { services } = parse(await read("compose.yaml")) as { services: Record<string, Service> };
  expect(Object.keys(services)).toEqual(["database", "tribune", "caddy"]);
  expect(services.database?.ports).toBeUndefined();
  expect(services.database?.networks).toEqual(["inside"]);
  expect(services.caddy?.networks).not.toContain("inside");
  // What the image starts and copies is there.
  const image = await read("Containerfile");
  const start = /^CMD .*"([^"]+\.ts)"\]$/m.exec(image)?.[1];
  expect(existsSync(join(root, start ?? "missing"))).toBe(true);
});
