import type { Locator, Page } from "@playwright/test";
import { translator } from "#app/languages/translate.ts";
import { beginDraft, logIn, reads, sample, textOf } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const t = translator("en");
const { locale, t: fr } = reads("fr");
const list = (page: Page) => page.locator(".suggestions");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first().click();
/** What stands in an editor, without the names at the carets of others. */
const words = (editor: Locator) =>
  editor.evaluate((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const caret of copy.querySelectorAll(".caret")) caret.remove();
    return copy.textContent.replaceAll("\u2060", "");
  });
/** What tells that the page's own changes are stored. */
const stored = (page: Page, phrase: string) => expect(page.locator(".save-state")).toContainText(phrase);

test("a reviewer suggests while an author writes; the author accepts one, turns another down, accepts all", async ({
  page,
  visitor,
  tribune,
}) => {
  test.slow();
  await logIn(page, sample("Owen"));
  const draft = await beginDraft(page, "Suggested by a reviewer");
  await page.goto(draft.replace(/\/edit.*/, "/co-authors"));
  const form = page.locator("form", { has: page.getByLabel(t("form.email")) });
  await form.getByLabel(t("form.email")).fill(sample("Camille").email);
  await form.getByLabel(t("coAuthors.role.reviewer")).check();
  await form.getByRole("button").click();
  const camille = await visitor({ locale });
  await logIn(camille, sample("Camille"), fr);
  const { email } = sample("Camille");
  await camille.goto(tribune.mailbox.linkIn(await tribune.mailbox.waitFor(email), /^\/co-authors\//));
  await press(camille, fr("invitation.accept"));

  await page.goto(draft);
  await textOf(page).click();
  await page.keyboard.type("We ask for simple rules.");
  await stored(page, t("draft.state.saved"));

  await camille.getByRole("link", { name: fr("suggestions.review"), exact: true }).click();
  const theirs = textOf(camille, fr);
  await expect(theirs).toContainText("We ask for simple rules.");
  await expect(camille.getByText(fr("suggestions.onlySuggests"))).toBeVisible();
  await expectAccessible(camille);

  // A word is replaced letter by letter, with the keys.
  await theirs.click();
  await camille.keyboard.press("Control+End");
  for (let count = 0; count < " rules.".length; count++) await camille.keyboard.press("ArrowLeft");
  for (let count = 0; count < "simple".length; count++) await camille.keyboard.press("Backspace");
  await camille.keyboard.type("clear");
  await expect(theirs.locator("ins")).toHaveText("clear");
  await camille.keyboard.press("Control+End");
  await camille.keyboard.press("Enter");
  await camille.keyboard.type("And soon.");
  await expect(theirs.locator("[data-inserted]")).toHaveText("And soon.");
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("Today: ");
  await stored(camille, fr("draft.state.saved"));

  const mine = textOf(page);
  await expect(mine.locator("del")).toHaveText("simple");
  await expect(mine.locator("ins")).toHaveText("clear");
  await expect(mine.locator("[data-inserted]")).toContainText("And soon.");
  await expect(list(page).getByRole("listitem")).toHaveCount(2);
  const { name } = sample("Camille");
  await expect(list(page)).toContainText(`${name} proposes to replace “simple” with “clear”`);
  await expect(list(page)).toContainText(`${name} proposes to insert “And soon.”`);
  await expectAccessible(page);

  await list(page)
    .getByRole("button", { name: t("suggestions.reject"), exact: true })
    .last()
    .click();
  await expect(theirs.locator("[data-inserted]")).toHaveCount(0);
  await list(page)
    .getByRole("button", { name: t("suggestions.accept"), exact: true })
    .first()
    .click();
  await expect.poll(() => words(theirs)).toBe("Today: We ask for clear rules.");
  await expect(list(page)).toContainText(t("suggestions.none"));

  // An author may suggest as well, and two people's suggestions are accepted at once.
  await press(page, t("suggestions.suggest"));
  await mine.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Thank you.");
  await theirs.click();
  await camille.keyboard.press("Control+Home");
  await camille.keyboard.type("Dear all. ");
  await expect(list(page).getByRole("listitem")).toHaveCount(2);
  await expect(
    list(camille).getByRole("button", { name: fr("suggestions.accept"), exact: true }),
  ).toHaveCount(0);
  await expect(
    list(camille).getByRole("button", { name: fr("suggestions.withdraw"), exact: true }),
  ).toHaveCount(1);
  await press(page, t("suggestions.acceptAll", { count: 2, number: "2" }));
  await expect.poll(() => words(theirs)).toBe("Dear all. Today: We ask for clear rules. Thank you.");

  // What is open is not published.
  await press(page, t("suggestions.write"));
  await camille.keyboard.press("Control+Home");
  await camille.keyboard.type("Open. ");
  await stored(camille, fr("draft.state.saved"));
  await press(page, t("draft.preview"));
  await expect(page.getByText(t("suggestions.stillOpen", { count: 1, number: "1" }))).toBeVisible();
  await expect(page.locator(".letter-text")).toHaveText(
    "Dear all. Today: We ask for clear rules. Thank you.",
  );
});
