import { describe, expect, test } from "vitest";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { samples } from "#db/seed/sample-content.ts";
import { logInAt, post } from "../asking.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
const open = samples.find(
  ({ publishedDaysAgo, closesInDays }) => publishedDaysAgo !== null && (closesInDays ?? 1) > 0,
);
const draft = samples.find(({ publishedDaysAgo }) => publishedDaysAgo === null);
const signing = { name: "Ada", email: "ada@example.org" };
const words = {
  fr: {
    403: "Cela ne vous est pas permis",
    404: "Cette page n’existe pas",
    405: "Cette demande est illisible",
  },
  en: { 403: "This is not for you to do", 404: "There is no such page", 405: "This request cannot be read" },
} as const;

describe("a form that is refused with a page of its own is answered in the reader's language", () => {
  const refusals: [string, Record<string, string>, 403 | 404 | 405][] = [
    ["/nothing", {}, 404],
    ["/letters/nothing/sign", signing, 404],
    [`/letters/${draft?.slug}/sign`, signing, 404],
    [`/letters/${open?.slug}`, {}, 405],
    ["/", {}, 405],
  ];
  test.each(refusals)("%s", async (path, fields, status) => {
    for (const language of ["fr", "en"] as const) {
      const answer = await post(tribune.url(), path, fields, { "Accept-Language": language });
      expect(answer.status).toBe(status);
      expect(answer.text).toContain(`<html lang="${language}"`);
      expect(answer.text).toContain(`<title>${words[language][status]} · Tribune</title>`);
      expect(answer.text).toContain(`<p class="kicker">${status}</p>`);
      expect(answer.text).toContain('href="/letters"');
    }
  });
});

test("the page of a refused form knows who is logged in, and in which appearance they read", async () => {
  const account = sampleAccounts.find(({ language }) => language === "fr");
  if (!account) throw new Error("No sample account reads French.");
  const session = await logInAt(tribune.url(), account);
  const Cookie = `${session}; theme=dark`;
  const answer = await post(tribune.url(), "/settings", { intent: "none" }, { Cookie });
  expect(answer.status).toBe(403);
  expect(answer.text).toContain('<html lang="fr" data-theme="dark"');
  expect(answer.text).toContain(words.fr[403]);
  expect(answer.text).toContain('href="/settings"');
});

test("the editing page's refusal sends no script, which would draw it again for nobody in particular", async () => {
  const account = sampleAccounts[1] ?? { email: "", password: "" };
  const Cookie = await logInAt(tribune.url(), account);
  const answer = await post(tribune.url(), "/letters/nothing/edit", { title: "T" }, { Cookie });
  expect(answer.status).toBe(404);
  expect(answer.text).not.toContain("__remixContext");
});
