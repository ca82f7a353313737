import { type NameServer, startNameServer } from "../name-server.ts";
import { logIn, reads, sample } from "./people.ts";
import { expect, expectAccessible, test as base } from "./tribune.ts";

/** A Tribune that asks the test's own name server. */
const test = base.extend<object, { names: NameServer; settings: Record<string, string> }>({
  names: [
    // Playwright reads what a fixture needs from its first parameter, which must be a pattern.
    async ({}, provide) => {
      const names = await startNameServer();
      await provide(names);
      await names.close();
    },
    { scope: "worker" },
  ],
  settings: [({ names }, provide) => provide({ DNS_SERVERS: names.address }), { scope: "worker" }],
});

for (const [how, javaScriptEnabled] of [
  ["with JavaScript", true],
  ["without JavaScript", false],
] as const) {
  test(`an organisation adds its domain and proves it by a record in its DNS, ${how}`, async ({
    visitor,
    names,
  }) => {
    const { locale, t } = reads("fr");
    const domain = javaScriptEnabled ? "hexanuage-prouve.example" : "hexanuage-aussi.example";
    const owner = await visitor({ locale, javaScriptEnabled });
    await logIn(owner, sample("Camille"), t);
    await owner.goto("/organisations/hexanuage");
    await owner.getByRole("link", { name: t("domains.link"), exact: true }).click();

    // What belongs to nobody is refused, and stays typed.
    await owner.getByLabel(t("domains.add.label")).fill("github.io");
    await owner.getByRole("button", { name: t("domains.add.button") }).click();
    await expect(owner.getByRole("alert")).toContainText(t("domains.public-suffix"));
    await expect(owner.getByLabel(t("domains.add.label"))).toHaveValue("github.io");
    await owner.getByLabel(t("domains.add.label")).fill(`https://www.${domain}/accueil`);
    await owner.getByRole("button", { name: t("domains.add.button") }).click();
    await expect(owner.getByText(t("domains.added"))).toBeVisible();
    const entry = owner.getByRole("listitem").filter({ has: owner.getByRole("heading", { name: domain }) });
    const value = (await entry.getByText(/^tribune=/).textContent()) ?? "";
    await expect(entry.getByText(`_tribune.${domain}`)).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(owner);

    const check = entry.getByRole("button", { name: t("domains.check") });
    await check.click();
    await expect(owner.getByRole("status")).toContainText(t("domains.outcome.not-found"));
    await expect(entry).toContainText(t("domains.state.pending"));
    names.texts.set(`_tribune.${domain}`, ["v=spf1 -all", value]);
    await check.click();
    await expect(owner.getByRole("status")).toContainText(t("domains.outcome.proved"));
    await expect(entry.getByText(t("domains.state.proved"), { exact: true })).toBeVisible();

    // Everybody sees it, and what it means.
    const reader = await visitor({ locale, javaScriptEnabled });
    await reader.goto("/organisations/hexanuage");
    await expect(reader.getByText(t("proofs.domain.dns", { domain }))).toBeVisible();
    await reader.getByText(t("levels.title")).click();
    await expect(reader.getByText(t("levels.domain"))).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(reader);
  });

  test(`an owner proves an address at the organisation's domain by a mail, ${how}`, async ({
    tribune,
    visitor,
  }) => {
    const { locale, t } = reads("fr");
    const owner = await visitor({ locale, javaScriptEnabled });
    const reader = await visitor({ locale, javaScriptEnabled });
    await logIn(owner, sample("Camille"), t);
    // Its website's: nothing has to be placed there.
    const domain = "hexanuage.example";
    const email = `camille-${javaScriptEnabled}@${domain}`;
    await owner.goto("/organisations/hexanuage");
    await owner.getByRole("link", { name: t("address.link") }).click();
    await owner.getByLabel(t("address.label")).fill("camille@elsewhere.example");
    await owner.getByRole("button", { name: t("address.button") }).click();
    await expect(owner.getByRole("alert")).toContainText(t("address.another-domain"));
    await owner.getByLabel(t("address.label")).fill(email);
    await owner.getByRole("button", { name: t("address.button") }).click();
    await expect(owner.getByRole("status")).toContainText(t("address.sent"));
    const link = tribune.mailbox.linkIn(await tribune.mailbox.waitFor(email), /^\/mandates\//);
    await reader.goto(link);
    await expect(reader.getByText(t("mandate.login"))).toBeVisible();
    await owner.goto(link);
    if (javaScriptEnabled) await expectAccessible(owner);
    await owner.getByRole("button", { name: t("mandate.confirm") }).click();
    await expect(owner.getByRole("status")).toContainText(t("address.granted"));
    // A kept page may be a second old.
    await expect(async () => {
      await reader.goto("/organisations/hexanuage");
      const proof = reader.getByText(t("proofs.member.mailed", { evidence: domain }));
      await expect(proof).toBeVisible({ timeout: 500 });
    }).toPass();

    // It ends when an owner says so.
    await owner.goto("/organisations/hexanuage/members");
    if (javaScriptEnabled) await expectAccessible(owner);
    await owner.getByRole("button", { name: `${t("mandate.end")} (${sample("Camille").name})` }).click();
    await expect(owner.getByText(t("mandate.ended"))).toBeVisible();
  });
}
