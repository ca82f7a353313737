import { translator } from "#app/languages/translate.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const t = translator("en");
test.use({ locale: "en-GB" });

test("letters, comments and signatories are found from any page, without JavaScript", async ({
  noScriptPage: page,
}) => {
  await page.goto("/");
  await page.getByRole("link", { name: t("search.title"), exact: true }).click();
  await page.getByLabel(t("search.label")).fill("registre qualifiees");
  await page.getByRole("button", { name: t("search.button") }).click();
  await expect(page.getByLabel(t("search.label"))).toHaveValue("registre qualifiees");
  const letters = page.getByRole("region", { name: t("search.kind.letters") });
  await expect(letters.getByRole("link", { name: /cloud de confiance/ })).toBeVisible();
  const comments = page.getByRole("region", { name: t("search.kind.comments") });
  await expect(comments.locator("mark").first()).toContainText(/registre|qualifi/i);
  await comments.getByRole("link").first().click();
  await expect(page.locator(".comment-highlighted")).toContainText(/registre/i);
});

test("one kind is read page by page; what finds nothing says so; what was typed is text", async ({
  page,
}) => {
  await page.goto("/search?search=cloud&kind=comments");
  await expectAccessible(page);
  await expect(page.getByRole("link", { name: t("search.kind.comments") })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await page.getByRole("link", { name: t("search.kind.signatories") }).click();
  await expect(page).toHaveURL(/kind=signatories/);
  await page.goto(`/search?search=${encodeURIComponent('<img src=x onerror="alert(1)"> zebra')}`);
  await expect(page.getByRole("status")).toContainText('<img src=x onerror="alert(1)"> zebra');
  await page.goto("/search?search=%21%21");
  await expect(page.getByRole("status")).toHaveText(t("search.noWord"));
});
