import { beforeAll, describe, expect, test } from "vitest";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { samples } from "#db/seed/sample-content.ts";
import { type Answer, ask, logInAt, post } from "../asking.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
const none = { email: "", password: "" };
const draft = samples.find(({ publishedDaysAgo }) => publishedDaysAgo === null);
const open = samples.find(({ publishedDaysAgo }) => publishedDaysAgo !== null);
const formats = {
  md: "text/markdown; charset=utf-8",
  html: "text/html; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
};

let owner: string;
let other: string;
beforeAll(async () => {
  owner = await logInAt(tribune.url(), sampleAccounts.find(({ name }) => name === draft?.writer) ?? none);
  other = await logInAt(tribune.url(), sampleAccounts.find(({ name }) => name !== draft?.writer) ?? none);
});
const get = (path: string, Cookie = "") => ask(tribune.url(), path, { headers: { Cookie } });

/** Sends a file as the form does. */
async function send(
  name: string,
  content: string,
  fields: Record<string, string> = {},
  Cookie = owner,
): Promise<Answer> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  if (name) form.set("file", new Blob([content]), name);
  const encoded = new Response(form);
  const headers = {
    Cookie: `${Cookie}; language=en`,
    Origin: tribune.url(),
    "Content-Type": encoded.headers.get("content-type") ?? "",
  };
  const body = new Uint8Array(await encoded.arrayBuffer());
  return ask(tribune.url(), "/letters/import", { method: "POST", headers, body });
}

describe("a published letter on paper", { timeout: 60_000 }, () => {
  test("is public, is kept, and comes in the letter's language whoever asks", async () => {
    const path = `/letters/${open?.slug}.pdf`;
    let first = await get(path);
    expect([first.status, first.headers["content-type"]]).toEqual([200, "application/pdf"]);
    expect(first.headers["content-disposition"]).toBe(`inline; filename="${open?.slug}.pdf"`);
    expect(first.text).toMatch(/^%PDF-1\.7/);
    const { language } = JSON.parse((await get(`/letters/${open?.slug}.json`)).text) as { language: string };
    expect(first.text).toContain(`/Lang (${language === "fr" ? "fr-FR" : "en-GB"})`);
    // Nothing is kept while the server has just started, or a busy machine keeps it from hearing of changes.
    await expect
      .poll(
        async () => {
          first = await get(path);
          const headers = { "If-None-Match": String(first.headers.etag) };
          return (await ask(tribune.url(), path, { headers })).status;
        },
        { timeout: 30_000 },
      )
      .toBe(304);
    expect(first.headers["cache-control"]).toMatch(/^public, .*s-maxage/);
    expect((await get(path, owner)).status).toBe(200);
  });

  test("is not there for a draft, nor for what never was", async () => {
    for (const slug of [draft?.slug, "never-was", `${open?.slug}x`])
      for (const Cookie of ["", owner]) expect((await get(`/letters/${slug}.pdf`, Cookie)).status).toBe(404);
  });

  test("is led to by its page", async () => {
    expect((await get(`/letters/${open?.slug}`)).text).toContain(`href="/letters/${open?.slug}.pdf"`);
  });
});

describe("a draft as a file", { timeout: 60_000 }, () => {
  const path = (format: string, slug = draft?.slug) => `/letters/${slug}/draft.${format}`;

  test.each(Object.entries(formats))(
    "as .%s is its account's to keep, and nobody's on the way",
    async (format, type) => {
      const { status, headers } = await get(path(format), owner);
      expect([status, headers["content-type"]]).toEqual([200, type]);
      expect(headers["cache-control"]).toBe("private, no-store");
      expect(headers["content-disposition"]).toBe(`attachment; filename="${draft?.slug}-draft.${format}"`);
      expect((await get(path(format), other)).status).toBe(404);
      expect((await get(path(format, open?.slug), owner)).status).toBe(404);
      const stranger = await get(path(format));
      expect([stranger.status, stranger.headers.location]).toEqual([
        302,
        `/login?next=${encodeURIComponent(path(format))}`,
      ]);
    },
  );

  test("is led to by the page it is edited on; of another format there is none", async () => {
    expect((await get(`/letters/${draft?.slug}/edit`, owner)).text).toContain(`href="${path("docx")}"`);
    expect((await get(path("rtf"), owner)).status).toBe(404);
  });

  test("as HTML shows what was typed as text", async () => {
    const made = await send("a.md", "# <b>T</b> & co\n\n`<script>alert(1)</script>` <i>x</i>\n");
    const slug = String(made.headers.location).split("/")[2] ?? "";
    const { text } = await get(path("html", slug), owner);
    expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(text).not.toMatch(/<script|<i>x/);
  });
});

describe("a draft from a file", { timeout: 60_000 }, () => {
  test("stands after it, and what was lost before it is edited", async () => {
    const made = await send("a.html", "<h1>From a page</h1><p>Words <u>here</u>.</p><video>moving</video>");
    expect(made.status).toBe(303);
    const page = String(made.headers.location);
    expect(page).toMatch(/^\/letters\/from-a-page(-\d+)?\/imported$/);
    const { text } = await get(page, `${owner}; language=en`);
    expect(text).toContain("1 element was left out:");
    expect(text).toContain("&lt;video&gt; moving");
    expect((await get(page, other)).status).toBe(404);
    expect((await get(page)).headers.location).toBe(`/login?next=${encodeURIComponent(page)}`);
    expect((await get(page.replace("imported", "edit"), owner)).text).toContain("From a page");
    expect((await get(`/letters/${draft?.slug}/imported`, owner)).status).toBe(404);
  });

  test("keeps what else was typed and names the file's field when it cannot be made", async () => {
    const typed = { title: "Typed with care", language: "fr" };
    const wrong: [string, string, number, string][] = [
      ["", "", 400, "Choose a file."],
      ["a.md", "", 400, "Choose a file."],
      ["a.exe", "MZ", 415, "not one of those that Tribune reads"],
      ["a.docx", "no zip", 415, "not what its name says"],
      ["a.md", "x".repeat(5 * 1024 * 1024 + 1), 413, "larger than 5 MB"],
      ["a.html", "<p> </p>", 415, "no text in this file"],
    ];
    for (const [name, content, status, words] of wrong) {
      const answer = await send(name, content, typed);
      expect([name, answer.status]).toEqual([name, status]);
      expect(answer.text).toContain(words);
      expect(answer.text).toContain("Typed with care");
      expect(answer.text).toMatch(/<a href="#file">/);
    }
    const long = await send("a.md", "# A\n\nb", { ...typed, title: "x".repeat(201) });
    expect([long.status, long.text.includes('href="#title"')]).toEqual([400, true]);
  });

  test("is for those who are logged in; whose session ended keeps what was typed", async () => {
    expect((await get("/letters/import")).headers.location).toBe("/login?next=%2Fletters%2Fimport");
    const gone = await send("a.md", "# A\n\nb", { title: "Typed before" }, "session=gone");
    expect([gone.status, gone.text]).toEqual([401, expect.stringContaining("Typed before")]);
    expect((await get("/letters/new", owner)).text).toContain('href="/letters/import"');
    expect(
      (await post(tribune.url(), "/letters/import", { title: "No file" }, { Cookie: owner })).status,
    ).toBe(400);
  });
});

test(
  "files that are asked for too often answer 429 and say when to come back",
  { timeout: 60_000 },
  async () => {
    let answer: Answer | undefined;
    for (let tries = 0; answer?.status !== 429 && tries < 61; tries++)
      answer = await get(`/letters/${draft?.slug}/draft.md`, owner);
    expect(answer?.status).toBe(429);
    expect(answer?.headers["retry-after"]).toMatch(/^[1-9]\d{0,2}$/);
    // A paper that nobody keeps is counted with them.
    expect((await get(`/letters/${open?.slug}.pdf?other`)).status).toBe(429);
  },
);
