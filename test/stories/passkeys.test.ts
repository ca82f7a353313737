import type { CDPSession, Page } from "@playwright/test";
import { translator } from "#app/languages/translate.ts";
import { join, logIn, type Person, sample } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const t = translator("en");
const own = translator("fr");

// A browser has passkeys for names only. Refused forms answer with 4xx, which browsers write down.
test.use({ settings: { TEST_HOST: "localhost" }, allowedConsole: [/status of 4\d\d/] });

/** Gives a page's browser an authenticator that holds passkeys and whose holder always agrees. */
async function holdAuthenticator(
  page: Page,
): Promise<{ cdp: CDPSession; agree: (agrees: boolean) => Promise<void> }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal" },
      ...{ hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  const agree = async (isUserVerified: boolean) => {
    await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
  };
  return { cdp, agree };
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function addPasskey(page: Page, name: string, say = t): Promise<void> {
  await page.getByLabel(say("passkeys.name"), { exact: true }).last().fill(name);
  await press(page, say("passkeys.add.button"));
  await expect(page.getByRole("status").first()).toContainText(say("passkeys.after.added"));
}

async function typePassword(page: Page, person: Person, say = t): Promise<void> {
  await page.goto("/login");
  await page.getByLabel(say("form.email")).fill(person.email);
  await page.getByLabel(say("form.password"), { exact: true }).fill(person.password);
  await press(page, say("login.button"));
}

test("a passkey is added, logs in alone, is asked for after the password, and a code stands for it once", async ({
  page,
  tribune,
}) => {
  // Eight pages are looked at by axe on the way.
  test.setTimeout(240_000);
  const person = { name: "Paula Key", email: "paula@example.org", password: "a quiet long phrase" };
  await join(page, tribune, person);
  const { agree } = await holdAuthenticator(page);
  await page.goto("/settings/passkeys");
  await expectAccessible(page);
  await addPasskey(page, "Blue key");
  await expect(page.getByText("Blue key")).toBeVisible();
  await expectAccessible(page);

  await page.goto("/settings");
  await press(page, t("settings.logout"));
  await agree(false);
  await page.goto("/login?next=%2Fsettings%2Fsign-ins");
  await press(page, t("passkeys.login.button"));
  await expect(page.getByText(t("passkeys.said.cancelled"))).toBeVisible();
  await agree(true);
  await press(page, t("passkeys.login.button"));
  await expect(page.getByRole("heading", { level: 1, name: t("signIns.title") })).toBeVisible();
  await expect(page.getByText(t("signIns.way.passkey"))).toBeVisible();
  await expect(page.getByText(t("signIns.way.mail"))).toBeVisible();
  await expectAccessible(page);

  await page.goto("/settings/passkeys");
  await page.getByRole("button", { name: t("passkeys.prove.button"), exact: true }).click();
  await press(page, t("passkeys.ask.button"));
  await expect(page.locator(".recovery-codes li")).toHaveCount(10);
  await expectAccessible(page);
  const saved = page.waitForEvent("download");
  await press(page, t("passkeys.codes.save"));
  expect((await saved).suggestedFilename()).toBe(t("passkeys.codes.file"));
  const [code = "", second = ""] = await page.locator(".recovery-codes code").allTextContents();

  await page.goto("/settings");
  await press(page, t("settings.logout"));
  await typePassword(page, person);
  await expect(page.getByRole("heading", { level: 1, name: t("passkeys.second.title") })).toBeVisible();
  await expect(page.getByRole("link", { name: person.name })).toHaveCount(0);
  await expectAccessible(page);
  await press(page, t("passkeys.second.button"));
  await expect(page.getByRole("link", { name: person.name })).toBeVisible();

  await page.goto("/settings");
  await press(page, t("settings.logout"));
  for (const [typed, opens] of [
    [code, true],
    [code, false],
    [second, true],
  ] as const) {
    await page.goto("/login");
    await page.context().clearCookies();
    await typePassword(page, person);
    await page.getByLabel(t("passkeys.code")).fill(typed);
    await press(page, t("passkeys.recover.button"));
    if (opens)
      await expect(page.getByText(t("passkeys.codes.left", { count: typed === code ? 9 : 8 }))).toBeVisible();
    else await expect(page.getByRole("alert")).toContainText(t("passkeys.code.wrong"));
  }
  const mail = await tribune.mailbox.waitFor(person.email, { subject: /recovery code/ });
  expect(mail.text).toContain(`${tribune.url}/settings/passkeys`);
});

test("where passkeys are required, an administrator adds one first; it stands for the password in the console", async ({
  page,
  visitor,
}) => {
  const inès = sample("Inès");
  await holdAuthenticator(page);
  await logIn(page, inès);
  await page.goto("/settings/passkeys");
  await addPasskey(page, "Bureau", own);
  await page.goto("/settings");
  await press(page, own("settings.logout"));
  await logIn(page, inès);
  await page.goto("/administration/settings");
  const requiring = page.locator("form", { has: page.locator('[value="require-passkeys"]') });
  await requiring.getByRole("button", { name: own("administration.passkeys.require"), exact: true }).click();
  await expect(page.getByRole("alert")).toContainText(own("administration.password.missing"));
  await requiring.getByRole("button", { name: own("passkeys.prove.button"), exact: true }).click();
  await expect(requiring.getByText(own("passkeys.said.shown"))).toBeVisible();
  await requiring.getByRole("button", { name: own("administration.passkeys.require"), exact: true }).click();
  await expect(page.getByText(own("administration.passkeys.on"))).toBeVisible();

  const salomé = sample("Salomé");
  const moderator = await visitor();
  await holdAuthenticator(moderator);
  const said = translator("fr");
  await typePassword(moderator, salomé);
  await expect(moderator.getByText(said("passkeys.awaited.add"))).toBeVisible();
  await moderator.goto("/moderation");
  await expect(moderator.getByText(said("passkeys.awaited.add"))).toBeVisible();
  await addPasskey(moderator, "Téléphone", said);
  await moderator.getByRole("link", { name: said("passkeys.next"), exact: true }).click();
  await expect(moderator).toHaveURL(/\/moderation$/);

  await page.goto("/administration/settings");
  await press(page, own("administration.passkeys.free"));
  await expect(page.getByText(own("administration.passkeys.off"))).toBeVisible();
});

test("without JavaScript the pages say what passkeys need, and the password still logs in", async ({
  noScriptPage: page,
}) => {
  await page.goto("/login");
  await expect(page.getByText(t("passkeys.plain"))).toBeVisible();
  await expect(page.getByRole("button", { name: t("passkeys.login.button") })).toHaveCount(0);
  await logIn(page, sample("Owen"));
  await page.goto("/settings/passkeys");
  await expect(page.getByText(t("passkeys.plain")).first()).toBeVisible();
  await page.goto("/settings/sign-ins");
  await expect(page.getByText(t("signIns.way.password")).first()).toBeVisible();
});
