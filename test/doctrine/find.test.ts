import { beforeAll, expect, test } from "vitest";
import { limitKey } from "#app/requests/limit.server.ts";
import { loader } from "#app/routes/doctrine.find.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeText, provision } from "../made-up-doctrine.ts";

useDatabase();
beforeAll(async () => {
  const rules = Array.from({ length: 12 }, (_, index) => provision(`9.${index}`, "Keys are kept."));
  await makeText([{ dated: "2024-02-01", provisions: rules }], {
    slug: "storage",
    title: "Storage",
    language: "en",
  });
});
const ask = (search: string, clientAddress = "192.0.2.1") =>
  loader({
    request: new Request(`http://127.0.0.1/doctrine/find?${search}`),
    context: { clientAddress },
    params: {},
  } as never);

test("a few provisions, named in the language of the letter, and never kept", async () => {
  const answer = await ask("q=9.3&language=en");
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  const { provisions } = (await answer.json()) as { provisions: object[] };
  expect(provisions).toHaveLength(1);
  expect(provisions[0]).toEqual({
    text: "storage",
    textTitle: "Storage",
    language: "en",
    provision: "9.3",
    revision: "2024-02-01",
    label: "rule 9.3",
    title: "",
    beginning: "Keys are kept.",
  });
  const french = (await (await ask("q=9.3&language=xx")).json()) as { provisions: { label: string }[] };
  expect(french.provisions[0]?.label).toBe("règle 9.3");
  expect(((await (await ask("q=keys")).json()) as { provisions: object[] }).provisions).toHaveLength(8);
});

test.each(["", "q=", "q=%00", "q=%27%22%5C%3A*%26%7C!()", `q=${"9".repeat(400)}`, "q=%ED%A0%80"])(
  "nothing for %j",
  async (search) => {
    const answer = await ask(search);
    expect([answer.status, await answer.json()]).toEqual([200, { provisions: [] }]);
  },
);

test("who asks without end is told to wait", async () => {
  await sql`insert into rate_limits (key, points, expire)
    values (${limitKey("find by network", "198.51.100.7")}, 600, ${Date.now() + 60_000})`;
  const answer = await ask("q=9.3", "198.51.100.7");
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
});
