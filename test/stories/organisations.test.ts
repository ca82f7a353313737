import { translator } from "#app/languages/translate.ts";
import { join, logIn, reads, sample } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

for (const [how, javaScriptEnabled] of [
  ["with JavaScript", true],
  ["without JavaScript", false],
] as const) {
  test(`an organisation is added, invites somebody who joins, and is handed over, ${how}`, async ({
    tribune,
    visitor,
  }) => {
    const { locale, t: fr } = reads("fr");
    const t = translator("en");
    const name = javaScriptEnabled ? "Passerelle SARL" : "Écluses réunies SAS";
    const founder = await visitor({ locale, javaScriptEnabled });
    await logIn(founder, sample("Camille"), fr);
    await founder.goto("/organisations");
    await founder.getByRole("link", { name: fr("organisations.new") }).click();

    // A wrong number keeps what was typed.
    await founder.getByLabel(fr("organisation.name"), { exact: true }).fill(name);
    await founder.getByRole("radio", { name: fr("organisation.sector.integrator") }).check();
    await founder.getByLabel(fr("organisation.country")).selectOption("FR");
    await founder.getByLabel(fr("organisation.registration")).fill("732829321");
    await founder.getByRole("button", { name: fr("organisation.new.button") }).click();
    await expect(founder.getByRole("alert")).toContainText(fr("organisation.registration.wrong"));
    await expect(founder.getByLabel(fr("organisation.name"), { exact: true })).toHaveValue(name);
    // axe is a script; where there is none there is nothing to run it.
    if (javaScriptEnabled) await expectAccessible(founder);
    await founder.getByLabel(fr("organisation.registration")).fill("");
    await founder.getByRole("button", { name: fr("organisation.new.button") }).click();
    await expect(founder.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(founder.getByText("Camille Vasseur").last()).toBeVisible();

    await founder.getByRole("link", { name: fr("organisation.manage") }).click();
    const email = `nadia-${javaScriptEnabled}@example.org`;
    await founder.getByLabel(fr("form.email")).fill(email);
    await founder.getByRole("radio", { name: fr("organisation.role.spokesperson") }).check();
    await founder.getByRole("button", { name: fr("organisation.invite.button") }).click();
    await expect(founder.getByText(fr("organisation.invite.sent"))).toBeVisible();
    await expect(founder.getByText(email)).toBeVisible();

    // The invited person has no account yet.
    const link = tribune.mailbox.linkIn(await tribune.mailbox.waitFor(email), /^\/invitations\//);
    const nadia = await visitor({ javaScriptEnabled });
    await nadia.goto(link);
    await expect(nadia.getByText(t("invitation.login"))).toBeVisible();
    await join(nadia, tribune, { email, name: "Nadia Invited", password: "a quiet long phrase" });
    await nadia.goto(link);
    if (javaScriptEnabled) await expectAccessible(nadia);
    await nadia.getByRole("button", { name: t("invitation.accept") }).click();
    await expect(nadia.getByText(t("invitation.joined"))).toBeVisible();
    await expect(nadia.getByRole("main").getByText("Nadia Invited")).toBeVisible();
    await nadia.getByRole("link", { name: t("organisation.manage") }).click();
    await expect(nadia.getByRole("button", { name: t("organisation.invite.button") })).toHaveCount(0);

    // The last owner cannot leave, then hands over and can.
    await founder.reload();
    const leave = founder.getByRole("button", { name: fr("organisation.leave") });
    await leave.click();
    await expect(founder.getByRole("alert")).toContainText(fr("organisation.lastOwner"));
    const role = founder.getByLabel(`${fr("organisation.role")}, Nadia Invited`);
    await role.selectOption("owner");
    await founder.getByRole("button", { name: `${fr("organisation.role.change")} (Nadia Invited)` }).click();
    await expect(founder.getByText(fr("organisation.role.changed"))).toBeVisible();
    await leave.click();
    await expect(founder.getByText(fr("organisation.left"))).toBeVisible();
    await expect(founder.getByRole("link", { name: fr("organisation.manage") })).toHaveCount(0);
  });
}

test("who adds one that is already here is shown it, and may say that theirs is another", async ({
  visitor,
}) => {
  const t = translator("en");
  const page = await visitor({ locale: "en-GB" });
  await logIn(page, sample("Owen"));
  await page.goto("/organisations/new");
  await page.getByLabel(t("organisation.name"), { exact: true }).fill("HEXANUAGE S.A.");
  await page.getByRole("radio", { name: t("organisation.sector.association") }).check();
  await page.getByLabel(t("organisation.country")).selectOption("BE");
  await page.getByRole("button", { name: t("organisation.new.button") }).click();
  await expect(page.getByRole("alert")).toContainText(t("organisation.alike.missing"));
  await expect(page.getByRole("link", { name: "Hexanuage SAS" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(t("organisation.alike.another")).check();
  await page.getByRole("button", { name: t("organisation.new.button") }).click();
  await expect(page.getByRole("heading", { level: 1, name: "HEXANUAGE S.A." })).toBeVisible();
});
