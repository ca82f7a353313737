import type { Page } from "@playwright/test";
import { translator } from "#app/languages/translate.ts";
import { hashSigned, hashText, type Signed } from "#app/letters/version.ts";
import { beginDraft, logIn, reads, sample, textOf } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

test.describe.configure({ timeout: 240_000 });
// A window that is behind may save by itself before its button is pressed: it is refused then, in the console too.
test.use({ allowedConsole: [/status of 409/] });

const t = translator("en");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

for (const plain of [false, true])
  test(`a draft is translated, published and read in both languages, then revised (${plain ? "without" : "with"} JavaScript)`, async ({
    visitor,
  }) => {
    const { locale, t: fr } = reads("fr");
    const options = { javaScriptEnabled: !plain };
    const writing = async (page: Page) => {
      if (!plain) await expect(page.getByRole("toolbar")).toBeVisible();
    };
    const author = await visitor(options);
    await logIn(author, sample("Owen"));
    await beginDraft(author, `Rules in two languages ${plain ? "plain" : "rich"}`, { plain });
    await textOf(author).fill("We ask for rules one can read.");
    await author.getByLabel(t("draft.addressees")).fill("The minister");
    await author.getByLabel(t("draft.authorName")).fill("Owen Tregarth");
    await press(author, t("draft.save"));
    await expect(author.getByText(t("draft.saved"), { exact: true })).toBeVisible();

    // The original stands beside the translation; what is saved first is unfinished.
    await author.getByRole("link", { name: t("translations.title") }).click();
    await author.getByRole("link", { name: t("translations.begin.fr") }).click();
    await writing(author);
    const original = author.getByRole("region", { name: t("translations.original.en") });
    await expect(original).toContainText("We ask for rules one can read.");
    await textOf(author).fill("Nous demandons des règles lisibles.");
    await press(author, t("translations.save"));
    await expect(author.getByRole("alert")).toContainText(t("letter.title.missing"));
    await expect(textOf(author)).toContainText("Nous demandons des règles lisibles.");
    const title = `Des règles en deux langues ${plain ? "simples" : "riches"}`;
    await author.getByLabel(t("draft.title")).fill(title);
    await press(author, t("translations.save"));
    await expect(author.getByText(t("translations.after.saved"))).toBeVisible();
    await expect(author.getByText(t("translations.standing.unfinished"))).toBeVisible();
    await writing(author);
    if (!plain) await expectAccessible(author);

    // Two windows: the second is shown what the first saved before it takes its place.
    const other = await author.context().newPage();
    await other.goto(author.url());
    await writing(other);
    await textOf(other).fill("Nous voulons des règles claires.");
    await press(other, t("translations.save"));
    await expect(other.getByText(t("translations.after.saved"))).toBeVisible();
    await textOf(author).fill("Nous demandons des règles que chacun puisse lire.");
    await press(author, t("translations.save"));
    await expect(author.getByRole("alert")).toContainText(t("translations.stale"));
    const meanwhile = author.getByRole("region", { name: t("draftHistory.other.title") });
    await expect(meanwhile).toContainText("claires");
    await writing(author);
    await expect(textOf(author)).toContainText("que chacun puisse lire");
    if (!plain) await expectAccessible(author);
    await press(author, t("translations.saveCurrent"));
    await expect(author.getByText(t("translations.standing.current"))).toBeVisible();

    // The page that publishes says what becomes of it.
    const draft = author.url().replace(/\/draft\/.*/, "");
    await author.goto(`${draft}/publish`);
    await expect(author.getByText(t("translations.standing.current"))).toBeVisible();
    await author.getByRole("button", { name: t("translations.leaveOut") }).click();
    await expect(author.getByText(t("translations.after.leftOut"))).toBeVisible();
    await author.getByRole("button", { name: t("translations.takeIn") }).click();
    await expect(author.getByText(t("translations.after.takenIn"))).toBeVisible();
    if (!plain) await expectAccessible(author);
    await press(author, t("publish.button"));
    await expect(author.getByText(t("letter.published.notice"))).toBeVisible();
    const letter = new URL(author.url()).pathname;

    // Somebody who reads French finds the letter in English first, and reads it in French.
    const reader = await visitor({ ...options, locale });
    await reader.goto(letter);
    await expect(reader.getByText(fr("translations.reading.original"))).toBeVisible();
    const languages = reader.getByRole("navigation", { name: fr("translations.switch") });
    await languages.getByRole("link", { name: "Français" }).click();
    await expect(heading(reader, title)).toBeVisible();
    await expect(reader.getByText(fr("translations.reading.en"))).toBeVisible();
    await expect(reader.locator('[lang="fr"].letter-text')).toContainText("que chacun puisse lire");
    await expect(reader.locator('link[rel="alternate"][hreflang="en"]')).toHaveAttribute(
      "href",
      new RegExp(`${letter}$`),
    );
    if (!plain) await expectAccessible(reader);
    const stored = (await (await reader.request.get(`${letter}/versions/1.json`)).json()) as {
      signed: Signed;
      sha256: string;
    };
    expect(await hashSigned(stored.signed)).toBe(stored.sha256);
    const [french] = stored.signed.translations;
    if (!french) throw new Error("the version has no translation");
    expect(french.title).toBe(title);
    const seals = reader.locator(".version-hash");
    await expect(seals.first()).toContainText(stored.sha256);
    await expect(seals.last()).toContainText(await hashText(french));
    await reader.goto(`${letter}/sign?in=fr`);
    await expect(reader.getByText(fr("translations.reading.signed", { number: 1 }))).toBeVisible();
    await expect(reader.getByRole("link", { name: title })).toHaveAttribute("href", `${letter}?in=fr`);

    // The original changes: the translation goes on, and says that it is behind.
    await author.goto(`${letter}/revise`);
    await writing(author);
    await textOf(author).fill("We ask for rules that everybody can read, soon.");
    await author.getByLabel(t("revise.reason")).fill("There is little time.");
    await press(author, t("revise.compare"));
    await expect(author.getByText(t("translations.standing.behind"))).toBeVisible();
    if (!plain) await expectAccessible(author);
    await press(author, t("revise.publish.button", { number: 2 }));
    await expect(author.getByText(t("revise.published", { number: 2 }))).toBeVisible();
    // A page that was kept is served for a second more.
    await expect(async () => {
      await reader.goto(`${letter}?in=fr`);
      await expect(reader.getByText(fr("translations.behind.version", { number: 1 }))).toBeVisible({
        timeout: 500,
      });
    }).toPass();

    // Another translation of the same original is a version too, and what changed says so.
    await author.goto(`${letter}/draft/translations/fr`);
    await writing(author);
    await expect(original).toContainText("soon");
    await textOf(author).fill("Nous demandons sans tarder des règles que chacun puisse lire.");
    await press(author, t("translations.saveCurrent"));
    await expect(author.getByText(t("translations.standing.current"))).toBeVisible();
    await author.goto(`${letter}/revise`);
    await writing(author);
    await author.getByLabel(t("revise.reason")).fill("The French follows.");
    await press(author, t("revise.compare"));
    await expect(author.getByText(t("translations.changed", { language: t("language.fr") }))).toBeVisible();
    await press(author, t("revise.publish.button", { number: 3 }));
    await expect(author.getByText(t("revise.published", { number: 3 }))).toBeVisible();
    await expect(async () => {
      await reader.goto(`${letter}?in=fr`);
      await expect(reader.locator(".letter-text")).toContainText("sans tarder", { timeout: 500 });
    }).toPass();
    await expect(reader.getByText(/en retard sur l’original/)).toHaveCount(0);
    await reader.goto(`${letter}/versions`);
    await expect(reader.getByRole("link", { name: "Français" })).toHaveCount(3);
    await expect(reader.getByText(fr("translations.list.behind"))).toHaveCount(1);
    if (!plain) await expectAccessible(reader);
  });
