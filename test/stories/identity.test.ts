import type { Page } from "@playwright/test";
import { translator } from "#app/languages/translate.ts";
import { type RealProvider, startProvider } from "../identity/real-provider.ts";
import { freePort } from "../tribune-server.ts";
import { join, logIn, reads, sample } from "./people.ts";
import { expect, expectAccessible, test as base } from "./tribune.ts";

const siret = "11002001300097";
const slug = "pour-un-cloud-de-confiance-verifiable";

/** Tribune beside two real providers: the one that speaks for officials, and an organisation's own. */
type Providers = { port: number; officials: RealProvider; staff: RealProvider };
const test = base.extend<object, { providers: Providers }>({
  providers: [
    // Playwright asks for a pattern here, though nothing is needed.
    async ({}, provide) => {
      const port = await freePort();
      const back = `http://127.0.0.1:${port}/identity/callback`;
      const officials = await startProvider(back, { signed: true });
      const staff = await startProvider(back, { signed: false });
      await provide({ port, officials, staff });
      await officials.close();
      await staff.close();
    },
    { scope: "worker" },
  ],
  settings: [
    async ({ providers: { port, officials } }, provide) => {
      await provide({
        PORT: String(port),
        OIDC_ISSUER: officials.issuer,
        OIDC_CLIENT_ID: officials.clientId,
        OIDC_CLIENT_SECRET: officials.secret,
        // Nobody answers there: badges show the SIRET.
        SIRET_SEARCH_URL: `http://127.0.0.1:${await freePort()}/search`,
      });
    },
    { scope: "worker" },
  ],
});

// Refusals and refused forms answer with 4xx, which browsers write down.
test.use({ allowedConsole: [/status of 4\d\d/] });

/** Answers the provider's question; nothing is asked of who is logged in there already. */
async function enterThere(page: Page, login: string): Promise<void> {
  await page.getByLabel("Who are you?").fill(login);
  await page.getByRole("button", { name: "Log in there" }).click();
}
const host = ({ issuer }: RealProvider) => new URL(issuer).host;

for (const [way, javaScriptEnabled] of [
  ["with JavaScript", true],
  ["without JavaScript", false],
] as const) {
  const { locale, t } = reads(javaScriptEnabled ? "fr" : "en");
  test(`an official joins by the provider, has the badge, and logs in by it (${way})`, async ({
    visitor,
    tribune,
    providers: { officials },
  }) => {
    // Axe looks at seven pages, each for seconds on a machine that is busy.
    test.setTimeout(240_000);
    const agent = `agent-${way.replace(" ", "-")}`;
    const person = { email: `${agent}@example.org`, name: `Agent ${way}`, password: "a phrase of my own" };
    officials.people.set(agent, { email: `${agent}@ministry.example`, siret });
    const page = await visitor({ locale, javaScriptEnabled });
    await page.goto("/login");
    await page.getByRole("link", { name: t("identity.official.login") }).click();
    if (javaScriptEnabled) await expectAccessible(page);
    const go = t("identity.official.button", { provider: host(officials) });
    await page.getByRole("button", { name: go }).click();
    await enterThere(page, agent);

    // No account has this identity: it waits while one is made, with an address that our own mail proves.
    await expect(page.getByRole("heading", { name: t("identity.link.title") })).toBeVisible();
    await expect(page.getByText(`${agent}@ministry.example`)).toBeVisible();
    await expect(page.getByLabel(t("settings.password.current"))).toHaveCount(0);
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByRole("link", { name: t("join.title") }).click();
    await join(page, tribune, person, t);
    await expect(page.getByRole("heading", { name: t("identity.link.title") })).toBeVisible();
    await page.getByLabel(t("settings.password.current")).fill("a wrong one");
    await page.getByRole("button", { name: t("identity.link.button"), exact: true }).click();
    await expect(page.getByRole("alert")).toContainText(t("settings.password.wrong"));
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByLabel(t("settings.password.current")).fill(person.password);
    await page.getByRole("button", { name: t("identity.link.button"), exact: true }).click();
    await expect(page.getByText(t("identity.after.linked"))).toBeVisible();
    await expect(page.getByRole("main")).toContainText(siret);
    await tribune.mailbox.waitFor(person.email, { subject: new RegExp(t("mail.identityLinked.subject")) });
    if (javaScriptEnabled) await expectAccessible(page);

    // The badge stands beside a comment, and says when opened how that is known.
    await page.goto(`/letters/${slug}/discussion`);
    await page.getByRole("textbox", { name: t("comment.body") }).fill(`The ministry reads this, ${way}.`);
    await page.getByRole("button", { name: t("comment.post") }).click();
    const badge = t("official.badge.of", { body: t("official.siret", { siret }) });
    const comment = page.getByRole("article").filter({ hasText: `The ministry reads this, ${way}.` });
    await expect(comment.getByText(badge)).toBeVisible();
    const stranger = await visitor({ locale, javaScriptEnabled });
    await stranger.goto(page.url());
    await stranger.getByText(badge).first().click();
    await expect(stranger.getByText(host(officials)).first()).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(stranger);

    // Logged out, the provider alone lets them in again.
    await page.goto("/settings");
    await page.getByRole("button", { name: t("settings.logout"), exact: true }).click();
    await page.goto("/identity/official?next=/letters/mine");
    await page.getByRole("button", { name: go }).click();
    await page.waitForURL(/\/letters\/mine$/);
    await expect(page.getByRole("link", { name: person.name })).toBeVisible();

    // Taken off, it does so no more.
    await page.goto("/settings");
    await page.getByRole("button", { name: t("identity.list.unlink") }).click();
    await expect(page.getByText(t("identity.after.unlinked"))).toBeVisible();
    await page.getByRole("button", { name: t("settings.logout"), exact: true }).click();
    await page.goto("/identity/official");
    await page.getByRole("button", { name: go }).click();
    await expect(page.getByRole("heading", { name: t("identity.link.title") })).toBeVisible();
    await page.getByRole("button", { name: t("identity.link.drop") }).click();
    await page.waitForURL(/\/login$/);
  });
}

test("who says no at the provider is told so, and nothing has changed", async ({ visitor, providers }) => {
  const t = translator("fr");
  const page = await visitor({ locale: "fr-FR" });
  await page.goto("/identity/official");
  const provider = host(providers.officials);
  await page.getByRole("button", { name: t("identity.official.button", { provider }) }).click();
  await page.getByRole("button", { name: "Say no" }).click();
  await expect(page.getByRole("alert")).toContainText(t("identity.refused.denied", { provider }));
  await expectAccessible(page);
  await page.getByRole("link", { name: t("identity.again") }).click();
  await expect(page.getByRole("heading", { name: t("identity.official.title") })).toBeVisible();
});

test("an organisation's own provider vouches for a spokesperson", async ({ visitor, tribune, providers }) => {
  test.setTimeout(240_000);
  const { staff } = providers;
  const t = translator("en");
  const fr = translator("fr");
  const [camille, owen] = [sample("Camille"), sample("Owen")];
  staff.people.set("owen", { email: "owen@hexanuage.example", email_verified: true });
  staff.people.set("camille", { email: "camille@hexanuage.example", email_verified: true });

  // An owner sets it and tries it.
  const owner = await visitor({ locale: "fr-FR" });
  await logIn(owner, camille, fr);
  await owner.goto("/organisations/hexanuage");
  await owner.getByRole("link", { name: fr("provider.title") }).click();
  await owner.getByLabel(fr("provider.issuer")).fill(staff.issuer);
  await owner.getByLabel(fr("provider.clientId")).fill(staff.clientId);
  await owner.getByRole("button", { name: fr("provider.save") }).click();
  await expect(owner.getByRole("alert")).toContainText(fr("provider.secret.missing"));
  await expectAccessible(owner);
  await owner.getByLabel(fr("provider.secret")).fill(staff.secret);
  await owner.getByRole("button", { name: fr("provider.save") }).click();
  await expect(owner.getByText(fr("provider.saved"))).toBeVisible();
  await expect(owner.getByLabel(fr("provider.secret"))).toHaveValue("");
  await expect(owner.getByText(fr("provider.untried"))).toBeVisible();
  await expectAccessible(owner);
  await owner.getByRole("button", { name: fr("provider.try") }).click();
  await enterThere(owner, "camille");
  await expect(
    owner.getByText(fr("identity.link.organisation.warning", { organisation: "Hexanuage SAS" })),
  ).toBeVisible();
  await expectAccessible(owner);
  await owner.getByLabel(fr("settings.password.current")).fill(camille.password);
  await owner.getByRole("button", { name: fr("identity.link.button"), exact: true }).click();
  await expect(owner.getByText(fr("provider.tried"))).toBeVisible();

  // A spokesperson who comes by it has the mandate, and its owners read of it.
  const speaker = await visitor({ locale: "en-GB" });
  await speaker.goto("/organisations/hexanuage");
  await speaker.getByRole("link", { name: t("provider.login.link") }).click();
  await expectAccessible(speaker);
  await speaker
    .getByRole("button", { name: t("identity.official.button", { provider: host(staff) }) })
    .click();
  await enterThere(speaker, "owen");
  await speaker
    .getByRole("main")
    .getByRole("link", { name: t("login.title") })
    .click();
  await speaker.getByLabel(t("form.email")).fill(owen.email);
  await speaker.getByLabel(t("form.password"), { exact: true }).fill(owen.password);
  await speaker.getByRole("button", { name: t("login.button") }).click();
  await speaker.getByLabel(t("settings.password.current")).fill(owen.password);
  await speaker.getByRole("button", { name: t("identity.link.button"), exact: true }).click();
  await speaker.waitForURL(/\/organisations\/hexanuage$/);
  await speaker.goto("/organisations/hexanuage/members");
  await expect(
    speaker.getByText(t("organisation.event.mandate-federated", { actor: owen.name, subject: host(staff) })),
  ).toBeVisible();
  await tribune.mailbox.waitFor(camille.email, { subject: new RegExp(owen.name) });

  // Removed, it vouches for nobody.
  await owner.goto("/organisations/hexanuage/provider");
  await owner.getByRole("button", { name: fr("provider.remove") }).click();
  await expect(owner.getByText(fr("provider.removed"))).toBeVisible();
  const live =
    await tribune.sql()`select 1 from mandates where evidence = ${staff.issuer} and ended_at is null`;
  expect(live).toHaveLength(0);
  expect((await speaker.goto("/organisations/hexanuage/login"))?.status()).toBe(404);
});
