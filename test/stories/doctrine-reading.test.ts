import type { Page } from "@playwright/test";
import { findRunningEmbeddedPostgres } from "#db/embedded-postgres.ts";
import { closeSql } from "#db/sql.ts";
import { translator } from "#app/languages/translate.ts";
import type { ProvisionTree } from "#app/doctrine/provision.ts";
import { makeText, provision } from "../made-up-doctrine.ts";
import { logIn, sample } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const en = translator("en");
const fr = translator("fr");

test.use({ locale: "en-GB" });
// Axe looks at long pages several times over.
test.describe.configure({ timeout: 180_000 });

/** Three books of ten articles, each long enough that a book is a part of its own. */
function code(year: string): ProvisionTree[] {
  const filling = "On dit ici ce qui vaut pour chaque administration, et rien de plus. ".repeat(40).trim();
  return ["Ier", "II", "III"].map((number, book) =>
    provision(number, "", {
      kind: "book",
      title: `Titre du livre ${number}`,
      children: Array.from({ length: 10 }, (_, place) => {
        const name = `L${book + 1}00-${place + 1}`;
        const words = name === "L200-3" ? `Le délai est de ${year === "2021" ? "deux" : "six"} mois.\n` : "";
        return provision(name, `${words}${filling}`, { kind: "article" });
      }),
    }),
  );
}

test.beforeEach(async ({ tribune }) => {
  const [known] = await tribune.sql()`select 1 from doctrine_texts where slug = 'un-code'`;
  if (known) return;
  process.env.DATABASE_URL = (await findRunningEmbeddedPostgres(tribune.dataDir)) ?? "";
  const [first, second] = [code("2021"), code("2024")];
  // The last article is repealed.
  second[2]?.children.pop();
  await makeText(
    [
      { dated: "2021-05-17", provisions: first },
      { dated: "2024-02-29", provisions: second },
    ],
    { slug: "un-code", title: "Un code", language: "fr" },
  );
  await closeSql();
});

const place = (page: Page, slug: string) => page.locator(`[id="${slug}"]`);
const contents = (page: Page) => page.getByRole("navigation", { name: en("doctrine.contents") });

test("a text is read from its contents to a provision, its changes and its discussion", async ({ page }) => {
  await page.goto("/");
  await page
    .getByRole("navigation")
    .getByRole("link", { name: en("doctrine.title") })
    .click();
  await page.getByRole("link", { name: "Un code" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Un code" })).toBeVisible();
  await expectAccessible(page);
  await contents(page).getByRole("link", { name: "Livre II · Titre du livre II" }).click();
  await expect(place(page, "II")).toBeInViewport();
  await expect(contents(page).locator("[aria-current]")).toHaveText(/Livre II/);
  await contents(page).getByRole("link", { name: "L200-3" }).click();
  await expect(place(page, "L200-3")).toBeInViewport();
  await expect(contents(page).locator("[aria-current]")).toHaveText("Article L200-3");
  await expect(place(page, "L200-3")).toContainText(en("doctrine.change.changed"));
  await place(page, "L200-3").getByRole("link", { name: "Article L200-3", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Article L200-3" })).toBeVisible();
  const changes = page.getByRole("region", { name: /What changed from 17 May 2021 to 29 February 2024/ });
  await expect(changes.locator("del").first()).toContainText("deux");
  await expect(changes.locator("ins").first()).toContainText("six");
  await expectAccessible(page);
  await page.goto("/doctrine/un-code/L200-3/discussion");
  await expectAccessible(page);
});

test("the next part comes by itself, and the contents go on with it", async ({ page }) => {
  await page.goto("/doctrine/un-code");
  await expect(place(page, "L200-1")).toHaveCount(0);
  await place(page, "L100-10").scrollIntoViewIfNeeded();
  await expect(place(page, "L200-1")).toHaveCount(1);
  await place(page, "L200-10").scrollIntoViewIfNeeded();
  await expect(place(page, "L300-9")).toHaveCount(1);
  await contents(page).getByRole("link", { name: "L300-9" }).click();
  await expect(place(page, "L300-9")).toBeInViewport();
  await expect(contents(page).locator("[aria-current]")).toHaveText("Article L300-9");
  await expect(page.locator(".part-after")).toHaveCount(0);
  await expectAccessible(page);
});

test("a link to a provision finds it in whichever part it is", async ({ page }) => {
  await page.goto("/doctrine/un-code#L300-5");
  await expect(place(page, "L300-5")).toBeInViewport();
  const link = await place(page, "L300-5")
    .getByRole("link", { name: /^Link to/ })
    .getAttribute("href");
  await page.goto("/doctrine/un-code");
  await page.goto(link ?? "");
  await expect(place(page, "L300-5")).toBeInViewport();
});

test("without JavaScript: parts by links, a search, an older text, what was repealed", async ({
  noScriptPage: page,
}) => {
  await page.goto("/doctrine/un-code");
  await page.getByRole("link", { name: "Next: Livre II" }).click();
  await expect(place(page, "L200-1")).toBeVisible();
  await page.goto("/doctrine/un-code?part=L300-5#L300-5");
  await expect(place(page, "L300-5")).toBeInViewport();
  await expect(page.getByRole("link", { name: "Article L300-10, repealed" })).toBeVisible();
  await page.getByRole("searchbox", { name: en("doctrine.search") }).fill("delai");
  await page.getByRole("button", { name: en("doctrine.search.button"), exact: true }).click();
  const found = page.getByRole("region", { name: /Found in this text/ });
  await expect(found.locator("mark").first()).toHaveText("délai");
  await found.getByRole("link", { name: "Article L200-3" }).click();
  await expect(place(page, "L200-3")).toBeInViewport();
  await page.getByRole("link", { name: "17 May 2021", exact: true }).click();
  await expect(page.getByText(en("doctrine.older"))).toBeVisible();
  await page.goto("/doctrine/un-code/L300-10");
  await expect(page.getByText(/^Repealed/)).toBeVisible();
});

test("two revisions are compared, one kind of change at a time", async ({ page }) => {
  await page.goto("/doctrine/un-code");
  await page.getByRole("link", { name: en("doctrine.compare"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Article L200-3", "Article L300-10"]);
  await expectAccessible(page);
  await page.getByRole("link", { name: "1 repealed" }).click();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Article L300-10"]);
});

test("on a phone, in French: the contents are folded until they are wanted, nothing is too wide", async ({
  visitor,
}) => {
  const page = await visitor({
    locale: "fr-FR",
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    colorScheme: "dark",
  });
  await page.goto("/doctrine/un-code?part=L200-1");
  const link = page.locator("[data-contents]").getByText("Article L200-7", { exact: true });
  await expect(link).toBeHidden();
  await page.getByText(fr("doctrine.contents"), { exact: true }).tap();
  await expect(link).toBeVisible();
  await expectAccessible(page);
  await link.tap();
  await expect(place(page, "L200-7")).toBeInViewport();
  await expect(link, "the contents are folded again").toBeHidden();
  for (const path of ["", "/L200-3", "/compare"]) {
    await page.goto(`/doctrine/un-code${path}`);
    await expect(page.getByText(/29 février 2024/).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await expectAccessible(page);
  }
});

test("on paper: the text with its day and address, without what one clicks", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await page.goto("/doctrine/un-code");
  await expect(page.getByText(/text of 29 February 2024, http/)).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveCount(0);
  await expect(contents(page)).toHaveCount(0);
  await expect(place(page, "L100-10").getByRole("heading")).toBeVisible();
  await expect(page.locator(".part-after")).toBeHidden();
});

test("a rule is discussed as a letter is, by the same code", async ({ page }) => {
  await logIn(page, sample("Owen"));
  await page.goto("/doctrine/un-code/L100-2/discussion");
  await page.getByRole("textbox", { name: en("comment.body") }).fill("Cette règle se lit bien.");
  await page.getByRole("button", { name: en("comment.post") }).click();
  await expect(page).toHaveURL(/\/doctrine\/un-code\/L100-2\/discussion\/\d+#comment-\d+$/);
  await expect(page.getByText("Cette règle se lit bien.")).toBeVisible();
  await page.goto("/doctrine/un-code?part=L100-2");
  await place(page, "L100-2").getByRole("link", { name: "1 comment" }).click();
  await expect(page).toHaveURL(/\/doctrine\/un-code\/L100-2#discussion$/);
});
