import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { translator } from "#app/languages/translate.ts";
import { logIn, sample, textOf } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const t = translator("en");
test.describe.configure({ timeout: 180_000 });

/** Brings a letter in a file, reads what was lost, goes on in the draft, and takes it along as Markdown. */
async function thereAndBack(page: Page, title: string): Promise<string> {
  await page.goto("/letters/new");
  await page.getByRole("link", { name: t("paper.import.link") }).click();
  await page.getByRole("button", { name: t("paper.import.button") }).click();
  await expect(page.getByRole("link", { name: t("paper.import.file.missing") })).toBeVisible();
  const html = `<h1>${title}</h1><p>We ask for rules one can <u>read</u>.</p><iframe>A film</iframe>`;
  const buffer = Buffer.from(html);
  await page
    .getByLabel(t("paper.import.file"), { exact: true })
    .setInputFiles({ name: "letter.html", mimeType: "text/html", buffer });
  await page.getByRole("button", { name: t("paper.import.button") }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("paper.imported.title") })).toBeVisible();
  await expect(page.getByText("<iframe> A film")).toBeVisible();
  await page.getByRole("link", { name: t("paper.imported.edit") }).click();
  await expect(page.getByLabel(t("draft.title"))).toHaveValue(title);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: t("paper.files.md"), exact: true }).click();
  return readFile(await (await downloading).path(), "utf8");
}

test("a letter comes from a file and leaves as one", async ({ page }) => {
  await logIn(page, sample("Owen"));
  await page.goto("/letters/import");
  await expectAccessible(page);
  const markdown = await thereAndBack(page, "Brought with a browser");
  expect(markdown).toContain("title: Brought with a browser");
  expect(markdown).toContain("We ask for rules one can read.");
  await expect(textOf(page)).toContainText("We ask for rules one can read.");
});

test("and the same without JavaScript", async ({ noScriptPage }) => {
  await logIn(noScriptPage, sample("Owen"));
  const markdown = await thereAndBack(noScriptPage, "Brought without scripts");
  expect(markdown).toContain("title: Brought without scripts");
  await expect(textOf(noScriptPage)).toHaveValue(/We ask for rules one can read\./);
});
