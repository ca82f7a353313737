import { findRunningEmbeddedPostgres } from "#db/embedded-postgres.ts";
import { closeSql } from "#db/sql.ts";
import { translator } from "#app/languages/translate.ts";
import { makeText, provision } from "../made-up-doctrine.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const t = translator("en");
test.use({ locale: "en-GB" });

test.beforeAll(async ({ tribune }) => {
  process.env.DATABASE_URL = (await findRunningEmbeddedPostgres(tribune.dataDir)) ?? "";
  const articles = [
    provision("L987-1", "Le présent code régit les ornithorynques.", { kind: "article" }),
    provision("L987-10", "Voir l’article L987-1.", { kind: "article" }),
  ];
  await makeText([{ dated: "2024-02-01", provisions: articles }], { slug: "code", title: "Le code" });
});
test.afterAll(closeSql);

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

test("a provision is found by its number and by its words, within days, without JavaScript", async ({
  noScriptPage: page,
}) => {
  await page.goto("/search");
  await page.getByLabel(t("search.label")).fill("l. 987-1");
  await page.getByRole("button", { name: t("search.button") }).click();
  const first = page.locator("section.found").first();
  await expect(first.getByRole("heading", { level: 2 })).toHaveText(t("search.kind.provisions"));
  await expect(first.getByRole("link", { name: "article L987-1", exact: true })).toHaveAttribute(
    "href",
    "/doctrine/code/L987-1",
  );

  await page.getByLabel(t("search.label")).fill("ornithorynque");
  await page.getByText(t("search.days"), { exact: true }).click();
  await page.getByLabel(t("search.since")).fill("2024-02-02");
  await page.getByRole("button", { name: t("search.button") }).click();
  await expect(page).toHaveURL(/since=2024-02-02/);
  await expect(page.getByRole("status")).toHaveText(t("search.nothing", { typed: "ornithorynque" }));
  await expect(page.getByLabel(t("search.since"))).toHaveValue("2024-02-02");
  await page.getByRole("link", { name: t("search.days.any") }).click();
  await expect(page.locator("section.found mark")).toHaveText("ornithorynques");
  const kinds = page.getByRole("navigation", { name: t("search.kinds") });
  await kinds.getByRole("link", { name: t("search.kind.provisions"), exact: true }).click();
  await expect(page).toHaveURL(/kind=provisions/);
  await expect(page.locator("section.found mark")).toHaveText("ornithorynques");
});
