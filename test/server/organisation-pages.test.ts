import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { ask, logInAt, post } from "../asking.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
const page = "/organisations/hexanuage";
const none = { email: "", password: "" };
let owner: string;
let admin: string;
beforeAll(async () => {
  const logIn = (name: string) =>
    logInAt(tribune.url(), sampleAccounts.find((account) => account.name === name) ?? none);
  [owner, admin] = await Promise.all([logIn("Camille Vasseur"), logIn("Salomé Okonkwo")]);
  await tribune.sql()`update accounts set role = 'admin' where name = 'Salomé Okonkwo'`;
});
const get = (path: string, Cookie = "") => ask(tribune.url(), path, { headers: { Cookie } });

describe("the logo of an organisation", () => {
  const fields = { name: "Hexanuage SAS", sector: "cloud-provider", country: "FR", about: "Kept words" };
  /** Sends the form as a browser does, with a file. */
  async function edit(logo: Uint8Array<ArrayBuffer> | null, more: Record<string, string> = {}) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...more })) form.set(name, value);
    form.set("logo", new Blob(logo ? [logo] : []), logo ? "logo.png" : "");
    const body = new Response(form);
    const headers = {
      "Content-Type": body.headers.get("content-type") ?? "",
      Origin: tribune.url(),
      Cookie: owner,
    };
    return ask(tribune.url(), `${page}/edit`, { method: "POST", headers, body: await body.bytes() });
  }
  const png = async () =>
    new Uint8Array(
      await sharp({ create: { width: 300, height: 100, channels: 3, background: "red" } })
        .png()
        .toBuffer(),
    );

  test("is shown beside the name, on its page and in the list, in the size it has", async () => {
    expect((await edit(await png())).status).toBe(303);
    const src = /<img class="logo" src="(\/images\/[0-9a-f]{64})" alt="" width="128" height="43"/.exec(
      (await get(page)).text,
    )?.[1];
    expect(src).toBeDefined();
    expect((await get(src ?? "")).headers["content-type"]).toBe("image/webp");
    expect((await get("/organisations")).text).toContain(`src="${src}" alt="" width="32" height="11"`);
    expect((await edit(null)).status, "no file chosen").toBe(303);
    expect((await get(page)).text).toContain(src);
    expect((await edit(null, { removeLogo: "on" })).status).toBe(303);
    expect((await get(page, owner)).text).not.toContain("/images/");
  });

  test("that is too large or no picture is refused, and what was typed stays", async () => {
    const large = await edit(new Uint8Array(2 * 1024 * 1024 + 1));
    expect(large.status).toBe(413);
    expect(large.text).toContain("Kept words");
    const wrong = await edit(new TextEncoder().encode("no picture"));
    expect(wrong.status).toBe(415);
    expect(wrong.text).toContain("Kept words");
    expect((await edit(await png(), { name: "" })).status).toBe(400);
    expect((await get(page, owner)).text).not.toContain("/images/");
  });
});

test("a domain that is none is refused with what is wrong, and stays typed", async () => {
  const answer = await post(
    tribune.url(),
    `${page}/domains`,
    { intent: "add", domain: "github.io" },
    { Cookie: owner },
  );
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('value="github.io"');
  const unknown = { intent: "check", domain: "never-added.example" };
  expect((await post(tribune.url(), `${page}/domains`, unknown, { Cookie: owner })).status).toBe(404);
});

test("domains are not looked at without end", async () => {
  const check = () =>
    post(
      tribune.url(),
      `${page}/domains`,
      { intent: "check", domain: "never-added.example" },
      { Cookie: owner },
    );
  let last = await check();
  for (let number = 0; number < 40 && last.status !== 429; number++) last = await check();
  expect(last.status).toBe(429);
  expect(Number(last.headers["retry-after"])).toBeGreaterThan(0);
});

test("administrators merge two pages, and the old address leads to the new one", async () => {
  const way = "/organisations/open-exit-alliance/merge";
  expect((await get(way, owner)).status).toBe(403);
  expect(
    (await post(tribune.url(), way, { kept: "hexanuage", name: "Open Exit Alliance" }, { Cookie: owner }))
      .status,
  ).toBe(403);
  expect((await get(`${way}?into=hexanuage`, admin)).text).toContain("Owen Tregarth");
  const merge = (fields: Record<string, string>) => post(tribune.url(), way, fields, { Cookie: admin });
  expect((await merge({ kept: "hexanuage", name: "Another" })).status).toBe(400);
  expect((await merge({ kept: "never-was", name: "Open Exit Alliance" })).status).toBe(409);
  expect((await get("/organisations/open-exit-alliance")).status).toBe(200);
  expect((await merge({ kept: "hexanuage", name: "Open Exit Alliance" })).status).toBe(303);
  const moved = await get("/organisations/open-exit-alliance", owner);
  expect([moved.status, moved.headers.location]).toEqual([301, "/organisations/hexanuage"]);
  // Of a page that is kept too.
  await expect.poll(async () => (await get("/organisations/open-exit-alliance")).status).toBe(301);
  await expect.poll(async () => (await get("/organisations")).text).not.toContain("Open Exit Alliance");
});
