import type { Page } from "@playwright/test";
import { findRunningEmbeddedPostgres } from "#db/embedded-postgres.ts";
import { closeSql } from "#db/sql.ts";
import { translator } from "#app/languages/translate.ts";
import { makeText, provision, reviseText } from "../made-up-doctrine.ts";
import { beginDraft, logIn, sample, textOf } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const t = translator("en");
const passage = "The administration encrypts what it stores with keys that it holds itself.";
const finder = (page: Page) => page.getByRole("dialog", { name: t("editor.citation") });
const field = (page: Page) => finder(page).getByRole("combobox");
const chosen = (page: Page) => finder(page).getByRole("option", { selected: true });

test.beforeAll(async ({ tribune }) => {
  process.env.DATABASE_URL = (await findRunningEmbeddedPostgres(tribune.dataDir)) ?? "";
  const rules = [
    provision("8", "Locate the data.", { title: "Place" }),
    provision("79", passage, { title: "Keys" }),
    provision("19.6", "Keep a copy of the keys.", { title: "Copies" }),
  ];
  await makeText([{ dated: "2024-02-01", provisions: rules }], {
    slug: "storage",
    title: "Rules of storage",
    language: "en",
  });
});
test.afterAll(closeSql);

test.describe.configure({ timeout: 180_000 });

/** Gives a draft what it needs, publishes it and opens its public page. */
async function publish(page: Page): Promise<void> {
  await page.getByLabel(t("draft.addressees")).fill("The minister");
  await page.getByLabel(t("draft.authorName")).fill("Owen Tregarth");
  await page.getByRole("button", { name: t("draft.preview") }).click();
  await page.waitForURL(/\/publish$/);
  await page.getByRole("button", { name: t("publish.button"), exact: true }).click();
  await expect(page.getByText(t("letter.published.notice"))).toBeVisible();
}

test("by keyboard: @ finds a provision, Escape gives it back, the reader sees the passage", async ({
  page,
}) => {
  await logIn(page, sample("Owen"));
  await beginDraft(page, "Cited by keyboard");
  await textOf(page).click();
  await page.keyboard.type("Mail us @");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(finder(page)).toHaveCount(0);
  await page.keyboard.type(" home or a@b.example. See @");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("rule 79");
  await expect(chosen(page)).toContainText("rule 79");
  await expect(finder(page).getByRole("status")).toHaveText(t("editor.citation.found", { count: 1 }));
  await expectAccessible(page);
  await field(page).fill("keys");
  await expect(finder(page).getByRole("option")).toHaveCount(2);
  await expect(chosen(page)).toContainText("Keys");
  await page.keyboard.press("ArrowUp");
  await expect(chosen(page)).toContainText("Copies");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.type(", which is plain.");
  await expect(textOf(page)).toHaveText("Mail us @ home or a@b.example. See rule 79, which is plain.");
  await expect(page.locator(".editor-foot")).toContainText("11 words");
  await expect(page.locator(".save-state")).toHaveText(t("draft.state.saved"));
  await publish(page);

  const link = page.locator(".letter-text p").getByRole("link", { name: "rule 79" });
  await expect(link).toHaveAttribute("href", "/doctrine/storage/79?revision=2024-02-01");
  const tip = page.locator(".citation-passage");
  await expect(tip).toBeHidden();
  const top = (await page.locator(".version-seal").boundingBox())?.y;
  await page.keyboard.press("Tab");
  while (!(await link.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press("Tab");
  await expect(tip).toBeVisible();
  await expect(tip).toContainText(passage);
  await expect(tip).not.toContainText(t("citation.changed"));
  await expect(link).toHaveAccessibleDescription(new RegExp(passage));
  expect((await page.locator(".version-seal").boundingBox())?.y).toBe(top);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(tip).toBeHidden();
  await expect(page.getByRole("region", { name: t("citation.list") })).toContainText(
    `${t("citation.cites", { count: 1, number: "1" })} Rules of storage`,
  );
});

test("by mouse: the button, a list, and a text that moves on", async ({ page, tribune }) => {
  await logIn(page, sample("Owen"));
  await beginDraft(page, "Cited by mouse");
  await textOf(page).click();
  await page.keyboard.type("We read ");
  await page
    .getByRole("toolbar")
    .getByRole("button", { name: t("editor.citation") })
    .click();
  await field(page).fill("no such words");
  await expect(finder(page).getByRole("status")).toHaveText(t("editor.citation.none"));
  await field(page).fill("locate");
  await finder(page).getByRole("option").click();
  await expect(textOf(page).locator("cite")).toHaveText("rule 8");
  await page.keyboard.type(".");
  await publish(page);

  const citation = page.locator(".citation");
  await citation.getByRole("link").hover();
  const tip = citation.locator(".citation-passage");
  await expect(tip).toContainText("Locate the data.");
  await tip.hover();
  await expect(tip).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tip).toBeHidden();

  await page.emulateMedia({ media: "print" });
  await expect(tip).toBeHidden();
  await expect(citation.locator(".citation-mark")).toHaveText("a");
  const note = page.getByRole("region", { name: t("citation.list") }).locator("li");
  await expect(note).toContainText("rule 8, Rules of storage, as of 1 February 2024");
  await expect(note).toContainText(`${tribune.url}/doctrine/storage/8?revision=2024-02-01`);
  await page.emulateMedia({ media: "screen" });

  await reviseText("storage", "8", "Locate the data in the Union.");
  await expect(async () => {
    await page.goto(page.url());
    await expect(page.locator(".cited")).toContainText(t("citation.changed"), { timeout: 500 });
  }).toPass();
  await citation.getByRole("link").hover();
  await expect(tip).toContainText(/Locate the data\.\s*changed since/);
});

test("by touch: a button opens the passage and a tap beside it closes it", async ({ page, visitor }) => {
  await logIn(page, sample("Owen"));
  await beginDraft(page, "Cited for a phone");
  await textOf(page).click();
  await page.keyboard.type("See @");
  await page.keyboard.type("19.6");
  await expect(chosen(page)).toContainText("rule 19.6");
  await page.keyboard.press("Enter");
  await publish(page);

  const phone = await visitor({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } });
  await phone.goto(page.url().replace(/\?.*/, ""));
  const tip = phone.locator(".citation-passage");
  await phone.getByRole("button", { name: t("citation.show", { label: "rule 19.6" }) }).tap();
  await expect(tip).toBeVisible();
  await expect(tip).toContainText("Keep a copy of the keys.");
  // At the foot of the screen, where it hides neither the citation nor the head of the page.
  expect((await tip.boundingBox())?.y).toBeGreaterThan(320);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
    0,
  );
  await expectAccessible(phone);
  await phone.getByRole("heading", { level: 1 }).tap();
  await expect(tip).toBeHidden();
});

test("without JavaScript: a citation is written as a link, and what leads nowhere is named", async ({
  noScriptPage: page,
}) => {
  await logIn(page, sample("Owen"));
  const address = await beginDraft(page, "Cited in plain text", { plain: true });
  const write = async (text: string) => {
    await page.goto(address);
    await textOf(page).fill(text);
    await page.getByLabel(t("draft.addressees")).fill("The minister");
    await page.getByLabel(t("draft.authorName")).fill("Owen Tregarth");
    await page.getByRole("button", { name: t("draft.preview") }).click();
  };
  await write("See [rule 79](doctrine:storage/79).");
  await expect(page.locator("#text-error")).toHaveText(t("citation.wrong"));
  await expect(textOf(page)).toHaveValue("See [rule 79](doctrine:storage/79).");

  const wrong = "See [rule 99](doctrine:storage/99?revision=2024-02-01).";
  await write(wrong);
  await expect(page.getByText(t("citation.missing"))).toContainText(
    "rule 99 (storage/99?revision=2024-02-01)",
  );
  await expect(page.getByRole("button", { name: t("publish.button"), exact: true })).toHaveCount(0);
  await page.goto(address);
  await expect(textOf(page)).toHaveValue(wrong);

  await write("See [rule 79](doctrine:storage/79?revision=2024-02-01).");
  await page.getByRole("button", { name: t("publish.button"), exact: true }).click();
  const citation = page.locator(".letter-text .citation");
  await citation.getByRole("link", { name: "rule 79" }).hover();
  await expect(citation.locator(".citation-passage")).toBeVisible();
  await expect(citation.locator(".citation-passage")).toContainText(passage);
});
