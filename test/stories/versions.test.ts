import type { Page } from "@playwright/test";
import { translator } from "#app/languages/translate.ts";
import { logIn, publish, sample, sign, textOf } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const t = translator("en");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const choices = ["sign", "stay", "withdraw"] as const;

for (const plain of [false, true])
  test(`three signed, the author revises, and each chooses for themselves (${plain ? "without" : "with"} JavaScript)`, async ({
    tribune,
    visitor,
  }) => {
    test.setTimeout(240_000);
    const options = { javaScriptEnabled: !plain };
    const author = await visitor(options);
    await logIn(author, sample("Owen"));
    const title = `Rules ${plain ? "in plain words" : "for everybody"}`;
    const letter = await publish(author, title, "We ask for rules one can read.", { plain });
    const reader = await visitor(options);
    const emails = choices.map((choice) => `${choice}-${plain ? "plain" : "rich"}@versions.example`);
    for (const [place, email] of emails.entries())
      await sign(reader, tribune, letter, { name: `Person ${place + 1}`, email }, { plain });

    await author.goto(letter);
    await author.getByRole("link", { name: t("revise.link") }).click();
    if (!plain) await expect(author.getByRole("toolbar")).toBeVisible();
    await textOf(author).fill("We ask for rules that everybody can read.");
    await button(author, t("revise.compare")).click();
    await expect(author.getByText(t("revise.missing.reason"))).toBeVisible();
    await author.getByRole("link", { name: t("revise.publish.back") }).click();
    if (!plain) await expect(author.getByRole("toolbar")).toBeVisible();
    await author.getByLabel(t("revise.reason")).fill("One is nobody.");
    await button(author, t("revise.compare")).click();
    await expect(heading(author, t("revise.publish.title", { number: 2 }))).toBeVisible();
    await expect(author.getByText(t("revise.publish.mails", { count: 3, number: "3" }))).toBeVisible();
    await expect(author.locator("ins:visible")).toHaveText(/that everybody/);
    await expect(author.locator("del:visible")).toHaveText(/one/);
    if (!plain) await expectAccessible(author);
    const before = tribune.mailbox.messages.length;
    await button(author, t("revise.publish.button", { number: 2 })).click();
    await expect(author.getByText(t("revise.published", { number: 2 }))).toBeVisible();
    expect(new URL(author.url()).pathname, "the address stays").toBe(letter);

    for (const [place, choice] of choices.entries()) {
      const email = emails[place] ?? "";
      const mail = await tribune.mailbox.waitFor(email, { after: before, subject: /^New version/ });
      expect(mail.text).toContain("> One is nobody.");
      expect(mail.text).toContain("> We ask for rules that everybody can read.");
      await reader.goto(tribune.mailbox.linkIn(mail, new RegExp(`choose=${choice}$`)));
      await expect(reader.getByText(t("answer.text", { signed: 1, current: 2 }))).toBeVisible();
      const offered = reader.locator(".version-choice form button");
      const words = {
        sign: t("answer.sign", { number: 2 }),
        stay: t("answer.stay", { number: 1 }),
        withdraw: t("answer.withdraw"),
      };
      await expect(offered.first()).toHaveText(words[choice]);
      await expect(offered).toHaveCount(3);
      if (!plain && choice === "sign") await expectAccessible(reader);
      await offered.first().click();
      if (choice === "withdraw") await expect(heading(reader, t("signature.withdrawn.title"))).toBeVisible();
      if (choice === "stay") await expect(reader.getByText(t("answer.stayed", { signed: 1 }))).toBeVisible();
      if (choice === "sign") {
        await expect(reader.locator(".version-choice")).toHaveCount(0);
        await tribune.mailbox.waitFor(email, { after: before, subject: /^You have signed/ });
        await reader.getByRole("link", { name: t("receipt.link") }).click();
        await expect(heading(reader, t("receipt.title"))).toBeVisible();
        if (!plain) await expectAccessible(reader);
        const receipt = await reader.request.get(`${reader.url()}.json`);
        const stored = await reader.request.get(`${letter}/versions/2.json`);
        expect(await receipt.json()).toMatchObject({
          ...{ version: 2, name: "Person 1", title, state: "confirmed" },
          sha256: ((await stored.json()) as { sha256: string }).sha256,
        });
      }
    }
    // Each got one mail about it.
    for (const email of emails)
      expect(
        tribune.mailbox.messages.filter(
          (mail) => /^New version/.test(mail.subject ?? "") && JSON.stringify(mail.to).includes(email),
        ),
      ).toHaveLength(1);

    await reader.goto(`${letter}/versions`);
    const lines = reader.locator(".rows > li");
    await expect(lines.nth(0)).toContainText(t("version.signatures", { count: 1, number: "1" }));
    await expect(lines.nth(1)).toContainText(t("version.signatures", { count: 1, number: "1" }));
    await expect(reader.getByText(t("versions.all", { count: 2, number: "2" }))).toBeVisible();
    const json = (await (await reader.request.get(`${letter}.json`)).json()) as {
      versions: { number: number; signatures: number }[];
    };
    expect(json.versions.map(({ number, signatures }) => [number, signatures])).toEqual([
      [2, 1],
      [1, 1],
    ]);
    await reader.getByRole("link", { name: t("version.changes") }).click();
    await expect(heading(reader, t("changes.title", { before: 1, number: 2 }))).toBeVisible();
    await expect(reader.getByText("One is nobody.")).toBeVisible();
    await reader.goto(`${letter}/versions/1`);
    await expect(reader.getByRole("status").filter({ hasText: t("version.newer") })).toBeVisible();
  });

test("what is written as the next version is saved by itself, and stays when the page is left", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await logIn(page, sample("Owen"));
  const letter = await publish(page, "Saved by itself", "The first words.");
  await page.goto(`${letter}/revise`);
  await expect(page.getByRole("toolbar")).toBeVisible();
  await textOf(page).fill("The second words.");
  await expect(page.getByText(t("draft.state.saved"), { exact: true })).toBeVisible();
  await page.goto(letter);
  await expect(page.getByText("The first words.")).toBeVisible();
  await page.goto(`${letter}/revise`);
  await expect(textOf(page)).toHaveText("The second words.");
  await page.getByText(t("revise.discard"), { exact: true }).click();
  await button(page, t("revise.discard.button")).click();
  await expect(page.getByText(t("revise.discarded"))).toBeVisible();
  await expect(textOf(page)).toHaveText("The first words.");
});

test("on a phone the changes stand in the line, on a wide screen on two sides", async ({ page, visitor }) => {
  test.setTimeout(180_000);
  const author = await visitor({ javaScriptEnabled: false });
  await logIn(author, sample("Owen"));
  const letter = await publish(author, "Two sides", "The old words stand here.", { plain: true });
  await author.goto(`${letter}/revise`);
  await textOf(author).fill("The new words stand here.");
  await author.getByLabel(t("revise.reason")).fill("Time passes.");
  await button(author, t("revise.compare")).click();
  await button(author, t("revise.publish.button", { number: 2 })).dblclick();
  await expect(author.getByText(t("revise.published", { number: 2 }))).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${letter}/versions/2/changes`);
  const [old, now] = [page.locator(".side-by-side > p").nth(0), page.locator(".side-by-side > p").nth(1)];
  await expect(old).toBeVisible();
  const [left, right] = [await old.boundingBox(), await now.boundingBox()];
  expect(left && right && left.x + left.width <= right.x && left.y === right.y).toBe(true);
  await expect(old).toHaveText(`The ${t("comparison.removed")} old words stand here.`);
  await expect(now).toHaveText(`The ${t("comparison.added")} new words stand here.`);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(old).toBeHidden();
  await expect(page.locator(".in-line")).toBeVisible();
  await expectAccessible(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, "nothing is wider than the phone").toBeLessThanOrEqual(0);
});
