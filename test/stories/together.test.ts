import type { Page } from "@playwright/test";
import { translator } from "#app/languages/translate.ts";
import { beginDraft, join, logIn, sample, textOf } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const t = translator("en");
const state = (page: Page) => page.locator(".save-state");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

// Whoever is cut off or offline sees requests that fail, in their console.
test.use({ allowedConsole: [/WebSocket connection|status of 4\d\d|net::ERR_|HocuspocusProvider/] });

async function open(page: Page, draft: string): Promise<void> {
  await page.goto(draft);
  await expect(page.getByRole("toolbar")).toBeVisible();
}

test("three write one text, each sees the others, one is cut off, the rest is published", async ({
  page,
  visitor,
  tribune,
}) => {
  test.slow();
  await logIn(page, sample("Owen"));
  const draft = await beginDraft(page, "Written by three");
  const [camille, third] = [await visitor({ locale: "fr-FR" }), await visitor()];
  await logIn(camille, sample("Camille"), translator("fr"));
  const person = { name: "Thea Third", email: "thea@example.org", password: "a quiet long phrase" };
  await join(third, tribune, person);
  const french = translator("fr");

  await page.goto(draft.replace(/\/edit.*/, "/co-authors"));
  const invitations: [Page, string, string][] = [
    [camille, sample("Camille").email, french("invitation.accept")],
    [third, person.email, t("invitation.accept")],
  ];
  for (const [other, email, accept] of invitations) {
    const form = page.getByRole("form", { name: t("coAuthors.invite.person") });
    await form.getByLabel(t("form.email")).fill(email);
    await form.getByRole("radio", { name: t("coAuthors.role.editor") }).check();
    await form.getByRole("button", { name: t("coAuthors.invite.button") }).click();
    await expect(page.getByText(t("coAuthors.invited"))).toBeVisible();
    await other.goto(tribune.mailbox.linkIn(await tribune.mailbox.waitFor(email), /^\/co-authors\//));
    await press(other, accept);
    await open(other, draft);
  }
  await open(page, draft);

  await textOf(page).click();
  await page.keyboard.type("Owen begins. ");
  const texts = [textOf(page), textOf(camille, french), textOf(third)];
  for (const text of texts) await expect(text).toContainText("Owen begins.");
  // Where the caret stands before anybody has moved it: at the beginning.
  await textOf(camille, french).focus();
  await camille.keyboard.type("Camille continue. ");
  for (const text of texts) await expect(text).toContainText("Camille continue.");
  // Carets and words say who is there; the words are for whoever sees no carets.
  await expect(page.locator(".caret-name", { hasText: sample("Camille").name })).toBeVisible();
  await expect(page.locator(".others")).toContainText(sample("Camille").name);
  await expect(page.locator(".others")).toContainText("Thea Third");
  await expect(camille.locator(".others")).toContainText(sample("Owen").name);
  await expectAccessible(page);

  // Offline edits merge.
  await third.context().setOffline(true);
  await textOf(third).focus();
  await third.keyboard.type("Typed in a tunnel. ");
  await expect(state(third)).toHaveText(t("together.state.offline"));
  await page.keyboard.type("Meanwhile. ");
  await third.context().setOffline(false);
  await expect(textOf(page)).toContainText("Typed in a tunnel.", { timeout: 20_000 });
  await expect(textOf(third)).toContainText("Meanwhile.");
  await expect(state(third)).toHaveText(t("draft.state.saved"));

  // Removed from another window, cut off in this one.
  const second = await page.context().newPage();
  await second.goto(draft.replace(/\/edit.*/, "/co-authors"));
  await second
    .locator("li, tr", { hasText: "Thea Third" })
    .first()
    .getByRole("button", { name: t("coAuthors.remove") })
    .click();
  await expect(state(third)).toHaveText(t("together.state.notAllowed"));
  await expect(textOf(third)).toHaveAttribute("contenteditable", "false");
  await expect(page.locator(".others")).not.toContainText("Thea Third");

  await page.getByLabel(t("draft.addressees")).fill("The minister");
  await page.getByLabel(t("draft.authorName")).fill("Three together");
  await press(page, t("draft.preview"));
  await page.waitForURL(/\/publish$/);
  await expect(page.locator(".letter-text")).toContainText("Typed in a tunnel.");
  await expect(page.locator(".letter-text")).toContainText("Owen begins. Meanwhile.");
  await expect(page.locator(".letter-text")).toContainText("Camille continue.");
  await press(page, t("publish.button"));
  await expect(page.getByText(t("letter.published.notice"))).toBeVisible();
  await expect(state(camille)).toHaveText(french("together.state.noDraft"));
});

test("a key that follows a moved caret at once is pressed where the caret is", async ({ page }) => {
  await logIn(page, sample("Owen"));
  await beginDraft(page, "Two keys in one moment");
  await textOf(page).click();
  await page.keyboard.type("We ask for rules.");
  // Both before the browser tells the page that the caret has moved.
  await textOf(page).evaluate((text) => {
    getSelection()?.modify("move", "backward", "word");
    getSelection()?.modify("move", "backward", "word");
    text.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", keyCode: 13, bubbles: true, cancelable: true }),
    );
  });
  await expect(textOf(page).locator("p")).toHaveText(["We ask for ", "rules."]);
});

test("what was typed and not stored is there again in the same browser", async ({ page }) => {
  await logIn(page, sample("Owen"));
  const draft = await beginDraft(page, "Closed in a tunnel");
  await expect(state(page)).toHaveText(t("draft.state.saved"));
  await page.context().setOffline(true);
  await textOf(page).click();
  await page.keyboard.type("Not yet stored.");
  await expect(state(page)).toHaveText(t("together.state.offline"));
  // The tab is closed and the tunnel ends.
  await page.goto("about:blank").catch(() => undefined);
  await page.context().setOffline(false);
  await open(page, draft);
  await expect(textOf(page)).toContainText("Not yet stored.");
  await expect(state(page)).toHaveText(t("draft.state.saved"));
});

test("where no WebSocket gets through, the text is saved by forms", async ({ page, visitor }) => {
  await logIn(page, sample("Owen"));
  const draft = await beginDraft(page, "Behind a proxy");
  await page.routeWebSocket(/\/collab$/, (socket) => socket.close());
  await open(page, draft);
  await textOf(page).click();
  await page.keyboard.type("Through the form.");
  const other = await visitor();
  await logIn(other, sample("Owen"));
  await expect(async () => {
    await other.goto(draft);
    await expect(textOf(other)).toContainText("Through the form.", { timeout: 1000 });
  }).toPass({ timeout: 40_000 });
});
