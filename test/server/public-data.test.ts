import canonicalize from "canonicalize";
import { parse } from "csv-parse/sync";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { samples } from "#db/seed/sample-content.ts";
import { ask } from "../asking.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
const published = samples.filter(({ publishedDaysAgo }) => publishedDaysAgo !== null);
const json = async (path: string) => {
  const answer = await ask(tribune.url(), path);
  expect(answer.headers["content-type"]).toMatch(/^application\/json/);
  return JSON.parse(answer.text) as Record<string, never>;
};

test("anybody can check what was signed: the hash is that of the RFC 8785 form of `signed`", async () => {
  for (const { slug } of published) {
    const { version: newest } = (await json(`/letters/${slug}.json`)) as unknown as {
      version: { number: number };
    };
    const version = await json(`/letters/${slug}/versions/${newest.number}.json`);
    expect(Object.keys(version)).toEqual(["letter", "number", "publishedAt", "reason", "signed", "sha256"]);
    expect(Object.keys(version.signed ?? {}).toSorted()).toEqual([
      "document",
      "language",
      "title",
      "translations",
    ]);
    const hash = createHash("sha256")
      .update(canonicalize(version.signed) ?? "")
      .digest("hex");
    expect(version.sha256).toBe(hash);
    expect((await ask(tribune.url(), `/letters/${slug}`)).text).toContain(hash);
  }
});

test("a letter's data says what its page says", async () => {
  const slug = published[0]?.slug ?? "";
  const letter = await json(`/letters/${slug}.json`);
  expect(letter).toMatchObject({
    url: `${tribune.url()}/letters/${slug}`,
    slug,
    state: "closed",
    version: { number: 2, url: `${tribune.url()}/letters/${slug}/versions/2.json` },
    versions: [2, 1].map((number) => ({
      number,
      url: `${tribune.url()}/letters/${slug}/versions/${number}.json`,
    })),
    signatures: { imported: 0, csv: `${tribune.url()}/letters/${slug}/signatures.csv` },
  });
  expect(letter.document).toEqual(
    ((await json(`/letters/${slug}/versions/2.json`)) as { signed?: { document: unknown } }).signed?.document,
  );
});

test("the signatures as CSV: a line for each, nothing of those that are not shown", async () => {
  const slug = published[1]?.slug ?? "";
  const answer = await ask(tribune.url(), `/letters/${slug}/signatures.csv`);
  expect(answer.headers["content-type"]).toBe("text/csv; charset=utf-8");
  expect(answer.text).toMatch(
    /^name,kind,role,organisation,affiliation,level,version,country,signed_at,statement,/,
  );
  const rows = parse<Record<string, string>>(answer.text, { columns: true });
  const letter = await json(`/letters/${slug}.json`);
  expect(rows).toHaveLength((letter.signatures as unknown as { confirmed: number }).confirmed);
  const hidden = await tribune.sql()<{ name: string }[]>`
    select s.name from signatures s join letters l on l.id = s.letter_id where l.slug = ${slug} and not name_shown`;
  expect(hidden.count).toBeGreaterThan(0);
  for (const { name } of hidden) expect(answer.text).not.toContain(name);
  expect(answer.text).not.toContain("@");
  const forExcel = await ask(tribune.url(), `/letters/${slug}/signatures.csv?for=spreadsheet`);
  expect(forExcel.text).toBe(`\ufeff${answer.text}`);
});

test("the probes tell that it lives, that it is ready, and how it fares", async () => {
  expect(await ask(tribune.url(), "/healthz")).toMatchObject({ status: 200, text: "alive\n" });
  expect(await ask(tribune.url(), "/readyz")).toMatchObject({ status: 200, text: "ready\n" });
  expect((await ask(tribune.url(), "/metrics")).text).toContain("process_cpu_user_seconds_total");
});
