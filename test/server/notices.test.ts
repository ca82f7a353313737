import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, logInAt, post } from "../asking.ts";
import { type Mailbox, startMailbox } from "../mailbox.ts";
import { sample } from "../stories/people.ts";
import { useTribune } from "./tribune.ts";

const box: { mail?: Mailbox } = {};
const environment: Record<string, string> = {};
beforeAll(async () => {
  box.mail = await startMailbox();
  environment.SMTP_URL = box.mail.url;
});
const tribune = useTribune(environment);
afterAll(() => box.mail?.close());

const owen = sample("Owen");
let cookie: string;
beforeAll(async () => {
  cookie = await logInAt(tribune.url(), owen);
});
const get = (path: string, Cookie = cookie) => ask(tribune.url(), path, { headers: { Cookie } });
const mine = async () => {
  const [row] = await tribune.sql()<{ id: number; unread: number }[]>`
    select a.id, (select count(*)::int from notices n where n.account_id = a.id and read_at is null) as unread
    from accounts a where email = ${owen.email}`;
  return row ?? { id: 0, unread: 0 };
};

test("the bell is on pages of who is logged in, with the right plural, and never on what strangers are shown", async () => {
  const { unread } = await mine();
  expect(unread).toBeGreaterThan(1);
  expect((await get("/letters")).text).toContain(`aria-label="${unread} unread notices"`);
  const stranger = await get("/letters", "");
  expect(stranger.text).not.toContain('class="bell"');
  expect((await get("/letters", "")).text).not.toContain('class="bell"');
});

test("GET marks nothing as read; a button opens a notice, and leads to nothing but a path of ours", async () => {
  const page = await get("/notices");
  const ids = [...page.text.matchAll(/name="notice" value="(\d+)"/g)].map(([, id]) => id ?? "");
  expect(ids.length).toBeGreaterThan(2);
  const { unread } = await mine();
  expect(unread).toBe([...page.text.matchAll(/told-unread/g)].length);
  const opened = await post(
    tribune.url(),
    "/notices?next=https://evil.example",
    { intent: "open", notice: ids[0] ?? "", next: "https://evil.example" },
    { Cookie: cookie },
  );
  expect(opened.status).toBe(303);
  expect(opened.headers.location).toMatch(/^\/(letters|doctrine)\/[^/\\]/);
  expect((await mine()).unread).toBe(unread - 1);
  await tribune.sql()`
    update notices set read_at = now() where read_at is null and account_id = ${(await mine()).id} and id <> (
      select max(id) from notices where account_id = ${(await mine()).id} and read_at is null)`;
  expect((await get("/letters")).text).toContain('aria-label="1 unread notice"');
  const other = await logInAt(tribune.url(), sample("Camille"));
  const foreign = await post(
    tribune.url(),
    "/notices",
    { intent: "open", notice: ids[1] ?? "" },
    { Cookie: other },
  );
  expect(foreign.status).toBe(404);
  const all = await post(
    tribune.url(),
    "/notices",
    { intent: "all", upTo: ids[0] ?? "" },
    { Cookie: cookie },
  );
  expect(all.headers.location).toBe("/notices?after-all");
  expect((await get("/letters")).text).toContain('aria-label="Notices: none unread"');
});

test("a thing is followed by a form, and unknown ones and rhythms are refused", async () => {
  const [letter] = await tribune.sql()<{ id: number; slug: string }[]>`
    select id, slug from letters where state = 'open' order by id limit 1`;
  const form = {
    intent: "follow",
    kind: "letter",
    thing: String(letter?.id),
    rhythm: "weekly",
    back: "thing",
  };
  const send = (fields: Record<string, string>) =>
    post(tribune.url(), "/notices/subscriptions", { ...form, ...fields }, { Cookie: cookie });
  const followed = await send({});
  expect([followed.status, followed.headers.location]).toEqual([303, `/letters/${letter?.slug}#follow`]);
  expect((await get(`/letters/${letter?.slug}`)).text).toContain('<option value="weekly" selected="">');
  expect((await get("/notices/subscriptions")).text).toContain(`href="/letters/${letter?.slug}"`);
  expect((await send({ rhythm: "hourly" })).status).toBe(400);
  expect((await send({ kind: "planet" })).status).toBe(400);
  expect((await send({ thing: "999999999" })).status).toBe(404);
  expect((await send({ intent: "default", rhythm: "hourly" })).status).toBe(400);
  expect((await get(`/letters/${letter?.slug}`, "")).text).not.toContain('id="follow"');
});

test("a digest arrives at a mail server and is ended by one POST of a mail provider: no origin, no cookie", async () => {
  const { id } = await mine();
  // What was told before eight in Paris today, or yesterday.
  await tribune.sql()`
    update notices set read_at = null, mailed_at = null, created_at = now() - interval '25 hours' where account_id = ${id}`;
  await tribune.sql()`select graphile_worker.add_job('write-digests')`;
  const mail = await box.mail?.waitFor(owen.email, { subject: /notices?$/ });
  const line = (name: string) =>
    mail?.headerLines.find(({ key }) => key === name)?.line.replace(/\r?\n\s+/g, " ");
  expect(line("list-unsubscribe-post")).toBe("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  const path =
    /<https?:\/\/[^/]+(\/notices\/unsubscribe\/[\w-]+)>/.exec(line("list-unsubscribe") ?? "")?.[1] ?? "";
  expect(mail?.text).toContain(path);
  expect(mail?.html).toContain(path);
  const rhythm = async () =>
    (await tribune.sql()`select notice_rhythm as rhythm from accounts where id = ${id}`)[0]?.rhythm as string;
  const seen = await ask(tribune.url(), path);
  expect([seen.status, await rhythm()]).toEqual([200, "daily"]);
  expect(seen.headers["cache-control"]).toBe("no-store");
  const oneClick = (address: string, body = "List-Unsubscribe=One-Click") =>
    ask(tribune.url(), address, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: "https://mail.example" },
      body,
    });
  const first = await oneClick(path);
  expect([first.status, await rhythm()]).toEqual([200, "never"]);
  expect(first.text).toContain("You are unsubscribed");
  const multipart = await ask(tribune.url(), path, {
    method: "POST",
    headers: { "Content-Type": "multipart/form-data; boundary=x" },
    body: '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
  });
  expect([multipart.status, multipart.text.includes("You are unsubscribed")]).toEqual([200, true]);
  for (const mangled of [path.slice(0, -1), `${path}A`, "/notices/unsubscribe/x"]) {
    const answer = await oneClick(mangled);
    expect([answer.status, answer.text.includes("This link does not work")], mangled).toEqual([404, true]);
    expect((await ask(tribune.url(), mangled)).status, mangled).toBe(404);
  }
  // Nothing else is open to other origins.
  expect((await oneClick("/notices")).status).toBe(403);
  expect((await oneClick(`${path}/more`)).status).toBe(403);
  expect((await oneClick("/notices/subscriptions")).status).toBe(403);
});

test("an address that is dead is told on the page of settings, and tried again by a button", async () => {
  await tribune.sql()`insert into dead_addresses (address, reason) values (${owen.email}, '550 no such mailbox')`;
  expect((await get("/settings")).text).toContain("Mail does not reach you");
  const revived = await post(tribune.url(), "/settings", { intent: "revive" }, { Cookie: cookie });
  expect([revived.status, revived.headers.location]).toEqual([303, "/settings?after=revived"]);
  expect((await get("/settings")).text).not.toContain("Mail does not reach you");
});
