import type { Page } from "@playwright/test";
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { translator } from "#app/languages/translate.ts";
import { beginDraft, logIn, sample, textOf, waitToSign } from "./people.ts";
import { expect, test, type Tribune } from "./tribune.ts";

const t = translator("en");

test.use({ allowedConsole: [/status of 50\d|net::ERR_/] });
// A server of its own, with the pool that it has anyway: what a crash leaves behind is no other story's business.
test.use({ settings: { DATABASE_POOL: "16" } });

/** Ends PostgreSQL as a crash would; Tribune starts it again by itself. */
async function crashDatabase({ dataDir }: Tribune): Promise<void> {
  for await (const file of glob(join(dataDir, "**/postmaster.pid"))) {
    process.kill(Number((await readFile(file, "utf8")).split("\n")[0]), "SIGKILL");
    return;
  }
  throw new Error(`No PostgreSQL runs in ${dataDir}.`);
}

/** Presses "Try again" as long as that is what the page offers; mostly Tribune has waited by itself. */
async function tryAgainUntil(page: Page, heading: string): Promise<void> {
  await expect(async () => {
    const again = page.getByRole("button", { name: t("plain.again") });
    if (await again.isVisible()) await again.click();
    await expect(page.getByRole("heading", { name: heading })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
}

test("who signs while the database is away signs, at the latest by sending the same form again", async ({
  tribune,
  noScriptPage: page,
}) => {
  await page.goto("/letters/research-data-and-european-cloud-certification");
  await page.getByLabel(t("sign.name"), { exact: true }).fill("Anna Anyway");
  await page.getByLabel(t("sign.email")).fill("anna@example.org");
  await page.getByLabel(t("sign.statement")).fill("Twice if need be.\nOn two lines.");
  await crashDatabase(tribune);
  await page.getByRole("button", { name: t("sign.button"), exact: true }).click();
  await tryAgainUntil(page, t("effort.title"));
  await waitToSign(page);
  await tryAgainUntil(page, t("sign.mailed.title"));
  const mail = await tribune.mailbox.waitFor("anna@example.org");
  await page.goto(tribune.mailbox.linkIn(mail, /^\/signatures\//));
  await expect(page.getByText("Twice if need be.")).toBeVisible();
});

test("a draft written while the database is away is saved when it is back", async ({ tribune, page }) => {
  await logIn(page, sample("Owen"));
  const address = await beginDraft(page, "While it was away");
  await textOf(page).click();
  await crashDatabase(tribune);
  await page.keyboard.type("Nobody noticed.");
  await expect(page.locator(".save-state")).toHaveText(t("draft.state.saved"), { timeout: 25_000 });
  await page.goto(address);
  await expect(textOf(page)).toHaveText("Nobody noticed.");
});
