import { translator } from "#app/languages/translate.ts";
import { logIn, reads, sample } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const letter = "/letters/research-data-and-european-cloud-certification";

for (const [how, javaScriptEnabled] of [
  ["with JavaScript", true],
  ["without JavaScript", false],
] as const) {
  test(`a spokesperson signs, a second officer countersigns, an owner withdraws, ${how}`, async ({
    tribune,
    visitor,
  }) => {
    test.slow();
    const t = translator("en");
    const { locale, t: fr } = reads("fr");
    const owen = await visitor({ locale: "en-GB", javaScriptEnabled });
    await logIn(owen, sample("Owen"));
    await owen.goto(letter);
    await owen.getByRole("link", { name: t("signFor.link") }).click();

    // Nothing is chosen yet: the form says so and keeps what was typed.
    await owen.getByLabel(t("signFor.role")).fill("Spokesperson");
    await owen.getByRole("button", { name: t("signFor.preview") }).click();
    await expect(owen.getByRole("alert")).toContainText(t("signFor.organisation.missing"));
    await expect(owen.getByLabel(t("signFor.role"))).toHaveValue("Spokesperson");
    await owen.getByRole("radio", { name: "Hexanuage SAS" }).check();
    await owen.getByLabel(t("signFor.showMe")).check();
    await owen
      .getByLabel(t("signFor.countersigner"))
      .selectOption({ label: "Camille Vasseur (Hexanuage SAS)" });
    if (javaScriptEnabled) await expectAccessible(owen);
    await owen.getByRole("button", { name: t("signFor.preview") }).click();

    // What will be published, before it is.
    await expect(owen.getByRole("heading", { name: t("signFor.preview.title") })).toBeVisible();
    await expect(owen.getByText(/represented by Owen Tregarth, Spokesperson/)).toBeVisible();
    await expect(owen.getByText(t("signFor.preview.binds", { organisation: "Hexanuage SAS" }))).toBeVisible();
    const public_ = await visitor({ locale: "en-GB" });
    await public_.goto(`${letter}/signatures`);
    await expect(public_.getByRole("link", { name: "Hexanuage SAS" })).toHaveCount(0);
    if (javaScriptEnabled) await expectAccessible(owen);
    await owen.getByRole("button", { name: t("signFor.change") }).click();
    await expect(owen.getByLabel(t("signFor.role"))).toHaveValue("Spokesperson");
    await owen.getByRole("button", { name: t("signFor.preview") }).click();
    await owen.getByRole("button", { name: t("signFor.button", { organisation: "Hexanuage SAS" }) }).click();
    await expect(owen.getByText(t("signFor.done"))).toBeVisible();

    const entry = public_.locator(".signatory", { hasText: "Hexanuage SAS" });
    await expect(async () => {
      await public_.reload();
      await expect(entry).toContainText("represented by Owen Tregarth", { timeout: 500 });
    }).toPass();
    await expect(entry).toContainText("Domain proved");

    // The officer has the mail on a phone, without being logged in there.
    const camille = sample("Camille");
    const asked = await tribune.mailbox.waitFor(camille.email, { subject: /^Contresignature/ });
    const phone = await visitor({ locale, javaScriptEnabled });
    await phone.goto(tribune.mailbox.linkIn(asked, /^\/countersign\//));
    await expect(phone.getByText(/Owen Tregarth a signé cette lettre pour Hexanuage SAS/)).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(phone);
    await phone.getByRole("button", { name: fr("countersign.button") }).click();
    await expect(phone.getByText(fr("countersign.done"))).toBeVisible();
    await expect(async () => {
      await public_.reload();
      await expect(entry).toContainText("Countersigned", { timeout: 500 });
    }).toPass();

    // A second signature of the organisation is refused; its owner withdraws the first.
    await owen.goto(`${letter}/sign/organisation`);
    await owen.getByRole("radio", { name: "Hexanuage SAS" }).check();
    await owen.getByRole("button", { name: t("signFor.preview") }).click();
    await owen.getByRole("button", { name: t("signFor.button", { organisation: "Hexanuage SAS" }) }).click();
    await expect(owen.getByRole("alert")).toContainText(t("signFor.already"));

    const owner = await visitor({ locale, javaScriptEnabled });
    await logIn(owner, camille, fr);
    await owner.goto("/organisations/hexanuage/claims");
    if (javaScriptEnabled) await expectAccessible(owner);
    await owner.getByRole("button", { name: fr("claims.withdraw") }).click();
    await expect(owner.getByText(fr("claims.withdrawn"))).toBeVisible();
    await tribune.mailbox.waitFor(sample("Owen").email, { subject: /^Withdrawn for/ });
    await expect(async () => {
      await public_.reload();
      await expect(entry).toHaveCount(0, { timeout: 500 });
    }).toPass();
  });
}

test("an author shows a signatory first, and the letter says so", async ({ visitor }) => {
  const t = translator("en");
  const page = await visitor({ locale: "en-GB" });
  await logIn(page, sample("Owen"));
  await page.goto(`${letter}/signatures`);
  await page.getByRole("link", { name: t("pins.link") }).click();
  await page.getByLabel(t("roster.search")).fill("Fernández");
  await page.getByRole("button", { name: t("roster.search.button") }).click();
  await page.getByRole("button", { name: `${t("pins.pin")} (Clara Fernández Ruiz)` }).click();
  await expect(page.getByText(t("pins.pinned"))).toBeVisible();
  await expectAccessible(page);
  await page.goto(letter);
  await expect(page.locator(".letter-signatories .signatory").first()).toContainText("Clara Fernández Ruiz");
  await expect(page.locator(".letter-signatories")).toContainText(t("signatory.pinned"));
});
