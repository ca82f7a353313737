import { beforeAll, describe, expect, test } from "vitest";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { type Answer, ask, logInAt, post } from "../asking.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
const page = "/doctrine/import";
const none = { email: "", password: "" };
const role = (wished: string) => sampleAccounts.find(({ role }) => role === wished) ?? none;

let admin: string;
beforeAll(async () => {
  admin = `${await logInAt(tribune.url(), role("admin"))}; language=en`;
});
const get = (path: string, Cookie = admin) => ask(tribune.url(), path, { headers: { Cookie } });

/** Sends a file as the form does. */
async function send(
  name: string,
  content: string | Uint8Array,
  fields: Record<string, string>,
  Cookie = admin,
): Promise<Answer> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  if (name)
    form.set("file", new Blob([typeof content === "string" ? content : new Uint8Array(content)]), name);
  const encoded = new Response(form);
  const headers = {
    Cookie,
    Origin: tribune.url(),
    "Content-Type": encoded.headers.get("content-type") ?? "",
  };
  return ask(tribune.url(), page, {
    method: "POST",
    headers,
    body: new Uint8Array(await encoded.arrayBuffer()),
  });
}

const rule = (number: number, text: string) => `## Rule ${number}\n\n${text}\n\n`;
const moved = "A sentence that is long enough to belong to no other rule of this text, and stays as it is.";
const first = `# Rules of the cloud\n\n${rule(1, "Data stay here.")}${rule(2, moved)}${rule(3, "Gone soon.")}`;
const second = `# Rules of the cloud\n\nStray words.\n\n${rule(1, "Data stay there.")}${rule(2, "Something wholly else is said in this place.")}${rule(4, moved)}`;
const given = { slug: "cloud-rules", revision: "2024-01-01", title: "", language: "en", source: "" };
const revisions = async (slug = "cloud-rules") => {
  const rows = await tribune.sql()<{ dated: string }[]>`
    select r.dated::text from revisions r join doctrine_texts t on t.id = r.text_id where t.slug = ${slug} order by r.dated`;
  return rows.map(({ dated }) => dated);
};

test("is for administrators alone; strangers log in first", async () => {
  const stranger = await ask(tribune.url(), page);
  expect([stranger.status, stranger.headers.location]).toEqual([
    302,
    `/login?next=${encodeURIComponent(page)}`,
  ]);
  expect((await ask(tribune.url(), `${page}/1`)).status).toBe(302);
  for (const name of ["member", "moderator"]) {
    const Cookie = await logInAt(tribune.url(), role(name));
    expect((await get(page, Cookie)).status).toBe(403);
    expect((await get(`${page}/1`, Cookie)).status).toBe(403);
    expect((await send("a.md", first, given, Cookie)).status).toBe(403);
    expect((await post(tribune.url(), `${page}/1`, { basedOn: "" }, { Cookie })).status).toBe(403);
  }
  expect((await send("a.md", first, given, "")).status).toBe(401);
  expect((await get(page)).status).toBe(200);
  expect((await get(page, admin.replace("=en", "=fr"))).text).toContain("Importer un texte officiel");
});

describe("a text", () => {
  let preview = "";

  test("is shown before anything is kept, then imported as it was shown, once", async () => {
    const sent = await send("cloud.md", first, given);
    preview = String(sent.headers.location);
    expect([sent.status, preview]).toEqual([303, expect.stringMatching(/^\/doctrine\/import\/\d+$/)]);
    expect(await revisions()).toEqual([]);
    const shown = (await get(preview)).text;
    expect(shown).toContain("Rules of the cloud");
    expect(shown).toContain("3 rules");
    expect(shown).toContain("Every line was understood.");
    expect((await get(page)).text).toContain(`href="${preview}"`);
    for (let click = 0; click < 2; click++) {
      const imported = await post(tribune.url(), preview, { basedOn: "" }, { Cookie: admin });
      expect([imported.status, imported.headers.location]).toEqual([303, "/doctrine/cloud-rules"]);
    }
    expect(await revisions()).toEqual(["2024-01-01"]);
    expect((await get(preview)).text).toContain("This revision is there already");
    expect((await get("/moderation/log")).text).toContain(
      "The state of 1 January 2024 was imported: 3 provisions.",
    );
  });

  test("asks what is uncertain, and imports nothing before it is answered", async () => {
    const sent = await send("cloud.md", second, { ...given, revision: "2025-01-01" });
    const next = String(sent.headers.location);
    const shown = (await get(next)).text;
    expect(shown).toContain("Line 3:");
    expect(shown).toContain("Stray words.");
    expect(shown).toContain('name="pair:2=2"');
    expect(shown).toContain("Something wholly else");
    const basedOn = /name="basedOn" value="(\d+)"/.exec(shown)?.[1] ?? "";
    const unanswered = await post(tribune.url(), next, { basedOn }, { Cookie: admin });
    expect(unanswered.status).toBe(400);
    expect(unanswered.text).toContain('href="#pair:2=2"');
    expect(await revisions()).toHaveLength(1);
    const stale = await post(
      tribune.url(),
      next,
      { basedOn: "", "pair:2=2": "different" },
      { Cookie: admin },
    );
    expect(stale.status).toBe(409);
    expect(stale.text).toMatch(/value="different"[^>]*checked|checked[^>]*value="different"/);
    const wrong = { basedOn, "pair:2=2": "same", "pair:1=2": "same" };
    expect((await post(tribune.url(), next, wrong, { Cookie: admin })).status).toBe(400);
    const answered = await post(tribune.url(), next, { basedOn, "pair:2=2": "different" }, { Cookie: admin });
    expect(answered.status).toBe(303);
    const states = await tribune.sql()`
      select s.slug, s.change from provision_states s join revisions r on r.id = s.revision_id
      where r.dated = '2025-01-01' order by s.position`;
    expect([...states]).toEqual([
      { slug: "1", change: "changed" },
      { slug: "2", change: "new" },
      { slug: "4", change: "moved" },
    ]);
  });

  test("keeps the answers of whose session ended", async () => {
    const answer = await post(tribune.url(), preview, { "pair:1:9": "same", basedOn: "7" });
    expect(answer.status).toBe(401);
    for (const kept of ['name="pair:1:9" value="same"', 'name="basedOn" value="7"', "Send the answers again"])
      expect(answer.text).toContain(kept);
    expect(answer.text).not.toContain("cloud-rules");
  });

  test("is discarded, twice as well, and not seen by another administrator", async () => {
    const sent = await send("cloud.md", first, { ...given, slug: "other" });
    const kept = String(sent.headers.location);
    for (let click = 0; click < 2; click++) {
      const discarded = await post(tribune.url(), kept, { intent: "discard" }, { Cookie: admin });
      expect([discarded.status, discarded.headers.location]).toEqual([303, `${page}?after=discarded`]);
    }
    expect((await get(kept)).status).toBe(404);
    expect((await post(tribune.url(), kept, { basedOn: "" }, { Cookie: admin })).status).toBe(404);
    await tribune.sql()`
      update doctrine_imports set account_id = (select id from accounts where role <> 'admin' limit 1)
      where slug = 'cloud-rules'`;
    expect((await get(preview)).status).toBe(404);
    await post(tribune.url(), preview, { intent: "discard" }, { Cookie: admin });
    expect(await tribune.sql()`select 1 from doctrine_imports`).toHaveLength(2);
  });

  test("is forgotten after a day", async () => {
    const sent = await send("cloud.md", first, { ...given, slug: "other" });
    await tribune.sql()`update doctrine_imports set created_at = now() - interval '25 hours'`;
    expect((await get(String(sent.headers.location))).status).toBe(404);
  });
});

describe("what is refused keeps what was typed", () => {
  test.each([
    ["", "", {}, 400, "Choose a file."],
    ["a.md", first, { slug: "Not This" }, 400, "Enter lower-case words"],
    ["a.md", first, { slug: "import" }, 400, "Enter lower-case words"],
    ["a.md", first, { revision: "2024-02-30" }, 400, "Enter the day"],
    ["a.md", first, { source: "javascript:alert(1)" }, 400, "Enter an address such as"],
    ["a.md", "## Rule 1\n\nText.", { title: "" }, 400, "The file does not say its title"],
    ["a.md", "Only words.", {}, 400, "No provision was found"],
    ["a.docx", "no zip", {}, 415, "not what its name says"],
    ["a.xml", "<akomaNtoso>\n<act>", {}, 415, "Line 2:"],
    ["a.md", new Uint8Array(10 * 1024 * 1024 + 1).fill(120), {}, 413, "larger than 10 MB"],
  ])("%s %#", async (name, content, fields, status, words) => {
    const answer = await send(name, content, { ...given, title: "Typed before", ...fields });
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(words);
    expect(answer.text).toContain(fields && "title" in fields ? "cloud-rules" : "Typed before");
  });

  test("what is larger still is not read at all", async () => {
    const answer = await send("a.md", new Uint8Array(17 * 1024 * 1024).fill(120), given).catch(() => null);
    expect(answer === null || answer.status === 413).toBe(true);
    expect((await get("/doctrine/import")).status).toBe(200);
  });
});
