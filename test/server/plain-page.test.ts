import { expect, test } from "vitest";
import { plainPage, sendPlainPage } from "#app/server/plain-page.ts";
import { ask } from "../asking.ts";
import { serving } from "./answers.ts";

test("what was typed stands in the form to send again, escaped, without passwords", () => {
  const fields = new URLSearchParams({
    body: 'My "words" </textarea><script>alert(1)</script>\nand more',
    stance: "support",
    password: "hunter2",
  });
  const html = plainPage({
    status: 503,
    language: "fr",
    stylesheets: [],
    retry: { path: '/x"><b>', fields },
  });
  expect(html).toContain("&lt;/textarea&gt;&lt;script&gt;");
  expect(html).not.toContain("<script>");
  expect(html).not.toContain("hunter2");
  expect(html).toContain('action="/x&quot;&gt;&lt;b&gt;"');
  expect(html).toContain('<html lang="fr">');
});

test.each([400, 403, 405, 413, 500, 503, "busy"] as const)(
  "%s speaks both languages and offers a way on",
  (status) => {
    const pages = (["en", "fr"] as const).map((language) => plainPage({ status, language, stylesheets: [] }));
    expect(pages[0]).not.toBe(pages[1]);
    for (const page of pages) expect(page).toContain('href="/"');
  },
);

test("what a request was named by is shown with a fault, escaped", () => {
  const html = plainPage({ status: 500, language: "en", stylesheets: ['/a.css"x'], reference: "<1234>" });
  expect(html).toContain("&lt;1234&gt;");
  expect(html).toContain('href="/a.css&quot;x"');
});

test("a body of many lines comes back as it was typed", () => {
  const body = "\nfirst\n\n  second & last";
  const html = plainPage({
    status: 500,
    language: "en",
    stylesheets: [],
    retry: { path: "/x", fields: new URLSearchParams({ body }) },
  });
  // HTML drops the first line end of a textarea, so one stands before what was typed.
  expect(html).toContain(`>\n${body.replace("&", "&amp;")}</textarea>`);
});

test("a page that is asked for with HEAD has its headers alone; a database away says when to come back", () =>
  serving(
    (request, response) =>
      sendPlainPage(response, { status: 503, language: "fr", stylesheets: [] }, request.method),
    async (url) => {
      const [whole, head] = [await ask(url, "/"), await ask(url, "/", { method: "HEAD" })];
      expect(whole.text).toContain("<h1>");
      expect(head.text).toBe("");
      expect(head.status).toBe(503);
      expect(head.headers["content-length"]).toBe(String(Buffer.byteLength(whole.text)));
      expect(whole.headers).toMatchObject({
        "retry-after": "5",
        "content-language": "fr",
        "cache-control": "no-store",
      });
    },
  ));

test("an answer that has begun is broken off rather than mixed with a page", () =>
  serving(
    (request, response) => {
      response.writeHead(200, { "Content-Length": "100" });
      response.write("half");
      sendPlainPage(response, { status: 500, language: "en", stylesheets: [] }, request.method);
    },
    async (url) => {
      await expect(ask(url, "/")).rejects.toThrow(/aborted|socket hang up|ECONNRESET/);
    },
  ));
