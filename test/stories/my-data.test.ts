import { translator } from "#app/languages/translate.ts";
import { currentConsent } from "#app/personal-data/consent.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const t = translator("en");
const slug = "research-data-and-european-cloud-certification";

test("who signed without an account asks, sees, corrects, downloads and erases", async ({
  tribune,
  page,
}) => {
  const email = "perpetua@example.org";
  await page.goto(`/letters/${slug}#sign`);
  await page.getByLabel(t("sign.name"), { exact: true }).fill("Perpetua Wrnog");
  await page.getByLabel(t("sign.email")).fill(email);
  await page.getByLabel(t("sign.showName")).check();
  await page.getByRole("button", { name: t("sign.button"), exact: true }).click();
  await page.goto(tribune.mailbox.linkIn(await tribune.mailbox.waitFor(email), /^\/signatures\//));
  await expect(page.getByText("which may tell my political opinion")).toBeVisible();
  await page.getByRole("button", { name: t("signature.confirm") }).click();

  await page.goto("/my-data");
  await page.getByLabel(t("form.email")).fill(email);
  await page.getByRole("button", { name: t("myData.ask.button") }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("myData.mailed.title") })).toBeVisible();
  const mail = await tribune.mailbox.waitFor(email, { subject: /holds about you/ });
  const link = tribune.mailbox.linkIn(mail, /^\/my-data\//);
  await page.goto(link);
  await expect(page.getByText("Perpetua Wrnog")).toBeVisible();
  await expectAccessible(page);
  const file = await page.request.get(`${link}.json`);
  expect(file.headers()["cache-control"]).toBe("no-store");
  expect(await file.json()).toMatchObject({
    address: email,
    signatures: [
      { name: "Perpetua Wrnog", state: "confirmed", consent: { number: currentConsent, language: "en" } },
    ],
  });

  await page.getByRole("link", { name: t("myData.signature.change") }).click();
  await expectAccessible(page);
  await page.getByLabel(t("sign.name"), { exact: true }).fill("");
  await page.getByRole("button", { name: t("myData.correct.button") }).click();
  await expect(page.getByRole("alert")).toContainText(t("form.name.missing"));
  await page.getByLabel(t("sign.name"), { exact: true }).fill("Perpetua Right");
  await page.getByRole("button", { name: t("myData.correct.button") }).click();
  await expect(page.getByText(t("myData.corrected"))).toBeVisible();
  await page.goto(`/letters/${slug}/signatures?search=perpetua`);
  await expect(page.getByRole("main").getByText("Perpetua Right")).toBeVisible();

  await page.goto(link);
  await page.getByRole("link", { name: t("myData.erase.open") }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: t("myData.erase.button") }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("myData.erased.title") })).toBeVisible();
  await page.goto(`/letters/${slug}/signatures?search=perpetua`);
  await expect(page.getByText("Perpetua Right")).toHaveCount(0);
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: t("myData.erased.title") })).toBeVisible();
});

test("who is logged in goes straight on, and erases only with the password", async ({ tribune, page }) => {
  const [account] = await tribune.sql()<
    { email: string }[]
  >`select email from accounts where email like 'owen@%'`;
  await page.goto("/login");
  await page.getByLabel(t("form.email")).fill(account?.email ?? "");
  await page.getByLabel(t("form.password"), { exact: true }).fill("open-letter-2026");
  await page.getByRole("button", { name: t("login.button") }).click();
  await page.goto("/my-data");
  await page.getByRole("button", { name: t("myData.own.button") }).click();
  await expect(page.getByText(account?.email ?? "?")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: t("myData.erase.open") }).click();
  await expectAccessible(page);
  await page.getByLabel(t("settings.password.current")).fill("not the password");
  await page.getByRole("button", { name: t("myData.erase.button") }).click();
  await expect(page.getByRole("alert")).toContainText(t("settings.password.wrong"));
});
