import { expect, test } from "vitest";
import { plainPage } from "#app/server/plain-page.ts";

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

test.each([400, 403, 405, 413, 500, 503] as const)(
  "%i speaks both languages and offers a way on",
  (status) => {
    const pages = (["en", "fr"] as const).map((language) => plainPage({ status, language, stylesheets: [] }));
    expect(pages[0]).not.toBe(pages[1]);
    for (const page of pages) expect(page).toContain('href="/"');
  },
);
