import { randomUUID } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { ask, logInAt, post } from "../asking.ts";
import { elementsOf, textsIn } from "../xml.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
const get = (path: string, Cookie = "") => ask(tribune.url(), path, { headers: { Cookie } });
const slug = "marches-publics-du-numerique-publier-les-contrats";
const hiddenWords = "Find another trade";
const fields = (wish: Record<string, string> = {}) => ({
  reason: "spam",
  faith: "on",
  key: randomUUID(),
  ...wish,
});

/** The sample comment that is hidden, and one that is not. */
async function comments(): Promise<{ hidden: number; shown: number; deleted: number }> {
  const [row] = await tribune.sql()<{ hidden: number; shown: number; deleted: number }[]>`
    select max(id) filter (where hidden_at is not null)::int as hidden,
      max(id) filter (where hidden_at is null and deleted_at is null)::int as shown,
      max(id) filter (where deleted_at is not null)::int as deleted from comments`;
  return row ?? { hidden: 0, shown: 0, deleted: 0 };
}

describe("reporting", () => {
  test("is open to strangers, keeps what was typed, and leads on to what happens now", async () => {
    const { shown } = await comments();
    const way = `/moderation/report?comment=${shown}`;
    expect((await get(way)).status).toBe(200);
    const wrong = fields({ reason: "illegal-content", name: "<b>Eve</b>", email: "nowhere" });
    const refused = await post(tribune.url(), way, wrong);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('value="&lt;b&gt;Eve&lt;/b&gt;"');
    expect(refused.text).not.toContain("<b>Eve</b>");
    const sent = await post(tribune.url(), way, fields());
    expect(sent.status).toBe(303);
    expect(sent.headers.location).toMatch(/^\/moderation\/reported\?back=/);
    expect((await get(String(sent.headers.location))).status).toBe(200);
  });

  test("tells what is gone from what never was", async () => {
    const { hidden, deleted } = await comments();
    for (const id of [hidden, deleted]) {
      expect((await get(`/moderation/report?comment=${id}`)).status).toBe(410);
      expect((await post(tribune.url(), `/moderation/report?comment=${id}`, fields())).status).toBe(410);
    }
    for (const way of [
      "?comment=999999",
      "?comment=x",
      "?letter=never-was",
      "?signature=0",
      "?organisation=x",
      "",
    ])
      expect((await get(`/moderation/report${way}`)).status, way).toBe(404);
    expect(
      (await get("/moderation/report?letter=reversibilite-ce-que-couterait-un-vrai-depart")).status,
    ).toBe(404);
    const { text } = await get("/moderation/reported?back=https%3A%2F%2Fevil.example");
    expect(text).not.toMatch(/href="[^"]*evil/);
  });

  test("what moderators read of strangers is text", async () => {
    const { shown } = await comments();
    const explanation = "<script>alert(1)</script>";
    await post(tribune.url(), `/moderation/report?comment=${shown}`, fields({ explanation, name: "<i>x" }));
    const [row] = await tribune.sql()<{ id: number }[]>`select max(case_id)::int as id from reports`;
    const cookie = await logInAt(
      tribune.url(),
      sampleAccounts.find(({ role }) => role === "moderator") ?? { email: "", password: "" },
    );
    const { text } = await get(`/moderation/cases/${row?.id}`, cookie);
    expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(text).not.toContain("<script>alert");
  });

  test("too many from one network are refused with what was typed", async () => {
    const way = `/moderation/report?letter=${slug}`;
    let last = await post(tribune.url(), way, fields());
    for (let sent = 0; sent < 80 && last.status === 303; sent++)
      last = await post(tribune.url(), way, fields());
    const refused = await post(tribune.url(), way, fields({ explanation: "What I wrote." }));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(refused.text).toContain("What I wrote.");
    const [row] = await tribune.sql()<
      { many: number }[]
    >`select max(report_count)::int as many from moderation_cases`;
    expect(row?.many).toBeLessThanOrEqual(60);
  });
});

test("words that are hidden stand on no page, file or feed for anybody but their author", async () => {
  const { hidden } = await comments();
  const here = `/letters/${slug}/discussion`;
  const pages = [
    here,
    `${here}?stance=oppose`,
    `${here}/${hidden}`,
    `/letters/${slug}.json`,
    "/search?search=trade",
    "/moderation/log",
    "/moderation/log.atom",
  ];
  const camille = await logInAt(tribune.url(), sampleAccounts[0] ?? { email: "", password: "" });
  for (const cookie of ["", camille])
    for (const page of pages) expect((await get(page, cookie)).text, page).not.toContain(hiddenWords);
  expect((await get(`${here}/${hidden}`)).text).toMatch(/Hidden by moderation: harassment/);
  const owen = sampleAccounts.find(({ name }) => name.startsWith("Owen")) ?? { email: "", password: "" };
  const own = await get(`${here}/${hidden}`, await logInAt(tribune.url(), owen));
  expect(own.text).toContain(hiddenWords);
  expect(own.text).toContain(`/moderation/contest?comment=${hidden}`);
});

describe("the public log", () => {
  test("is narrowed by event and by reason, and by nothing that is neither", async () => {
    const overturned = await get("/moderation/log?event=decision-overturned");
    expect(overturned.text).toMatch(/contested and overturned/);
    expect(overturned.text).not.toMatch(/A comment was hidden/);
    expect((await get("/moderation/log?reason=harassment")).text).toMatch(/A comment was hidden: harassment/);
    expect((await get("/moderation/log?event=x'--")).status).toBe(200);
  });

  test("has a feed that is well-formed, names its entries for good and escapes what titles hold", async () => {
    await get("/moderation/log.atom");
    await tribune.sql()`update letters set title = 'Clouds & <b>rules</b> "now"' where slug = ${slug}`;
    // It was kept with the old title, and hears of the new one.
    await vi.waitUntil(async () => (await get("/moderation/log.atom")).text.includes("Clouds"), 10_000);
    const { text, headers } = await get("/moderation/log.atom");
    expect(headers["content-type"]).toBe("application/atom+xml; charset=utf-8");
    const elements = elementsOf(text);
    const told = (name: string) => textsIn(elements, name);
    const [own, ...ids] = told("id");
    expect(own).toBe(`${tribune.url()}/moderation/log.atom`);
    expect(new Set(ids).size).toBe(told("entry").length);
    expect(told("updated")[0]).toBe(told("published").sort().at(-1));
    expect(told("summary")).toContain('Clouds & <b>rules</b> "now"');
    expect(text).not.toContain("<b>");
    expect(text).not.toMatch(/Owen|Salomé/);
  });
});

test("the figures of a year are public, without a name; years that cannot be are refused", async () => {
  const { text, headers } = await get("/moderation/figures.csv");
  expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
  expect(text).toMatch(/^year,figure,of,value\r\n\d{4},notices,illegal-content,\d+\r\n/);
  expect(text).not.toMatch(/@|Owen|Salomé/);
  for (const year of ["1999", "2999", "x", "2020-01"])
    expect((await get(`/moderation/figures.csv?year=${year}`)).status, year).toBe(400);
});
