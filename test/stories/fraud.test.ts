import type { Page } from "@playwright/test";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { translator } from "#app/languages/translate.ts";
import { post } from "../asking.ts";
import { makeProof } from "../proof-of-work.ts";
import { logIn, reads, sample, waitToSign } from "./people.ts";
import { expect, expectAccessible, test, type Tribune } from "./tribune.ts";

// Each signer of the burst has an address of their own.
test.use({ settings: { TRUSTED_PROXIES: "loopback" } });

const t = translator("en");
const slug = "research-data-and-european-cloud-certification";
const letter = `/letters/${slug}`;
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Signs by a program that is as good as a browser, and confirms. @returns all that it was answered and mailed */
async function signByProgram({ url, mailbox }: Tribune, number: number, network: string) {
  const email = `number-${number}@bots.example`;
  const name = `Bot Number-${number}`;
  const from = { "X-Forwarded-For": network.replace("0/24", String(1 + number)) };
  const fields = { name, email, version: "1", showName: "on", proof: await makeProof() };
  const signed = await post(url, `${letter}/sign`, fields, from);
  const path = mailbox.linkIn(await mailbox.waitFor(email), /^\/signatures\//);
  const confirmed = await post(url, new URL(path, url).pathname, { intent: "confirm" }, from);
  const receipt = await mailbox.waitFor(email, { subject: /^You have signed/ });
  const told = JSON.stringify([
    signed.status,
    signed.headers.location,
    signed.text,
    confirmed.status,
    receipt.text,
  ]);
  return told
    .replaceAll(/signatures\/[\w-]{32}/g, "TOKEN")
    .replaceAll(name, "NAME")
    .replace(/\d+( other)? signatures?/g, "N signatures");
}

test("a burst from one network is held in silence, seen by a moderator, invalidated in the open, and given back", async ({
  tribune,
  page,
  visitor,
}) => {
  test.setTimeout(180_000);
  const answers: string[] = [];
  for (let number = 0; number < 32; number++)
    answers.push(await signByProgram(tribune, number, "203.0.113.0/24"));
  expect(new Set(answers.slice(1)).size, "who is held is told what everybody is told").toBe(1);
  const states = await tribune.sql()`
    select state, count(*)::int as many from signatures where email like '%@bots.example' group by state order by state`;
  expect(states).toEqual([
    { state: "confirmed", many: 25 },
    { state: "held", many: 7 },
  ]);
  const readers = await visitor();
  await readers.goto(`${letter}/signatures?search=bot+number-31`);
  await expect(readers.getByText(t("roster.search.none", { search: "bot number-31" }))).toBeVisible();

  const moderator = sampleAccounts.find(({ role }) => role === "moderator") ?? sample("Owen");
  await logIn(page, moderator);
  // This one reads French.
  await page.getByRole("button", { name: "English" }).click();
  await page.goto(letter);
  await page.getByRole("link", { name: t("review.way") }).click();
  await expect(heading(page, t("review.title"))).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByText("Bot Number-31")).toBeVisible();
  await expect(page.getByText("n…@bots.example").first()).toBeVisible();
  await expect(page.getByText(t("suspicion.burst")).nth(1)).toBeVisible();
  await page
    .getByRole("listitem")
    .filter({ hasText: "Bot Number-31" })
    .getByRole("button", { name: t("review.release") })
    .click();
  await expect(page.getByText(t("review.released", { count: 1 }))).toBeVisible();

  await page
    .getByRole("link", { name: /^N-[0-9A-F]{12}$/ })
    .first()
    .click();
  await expect(page.getByText(t("invalidate.found", { count: 32, number: "32" }))).toBeVisible();
  await expectAccessible(page);
  await button(page, t("invalidate.button", { count: 32, number: "32" })).click();
  await expect(page.getByRole("alert")).toContainText(t("invalidate.reason.missing"));
  await page.getByLabel(t("reason.not-a-person")).check();
  await page.getByLabel(t("invalidate.note")).fill("One program, thirty-two names.");
  await button(page, t("invalidate.button", { count: 32, number: "32" })).click();
  await expect(page.getByText(t("review.begun"))).toBeVisible();
  const done = page.getByText(t("invalidations.state.done", { count: 32, number: "32" }));
  await expect(async () => {
    await page.reload();
    await expect(done).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });

  const line = t("publicLog.signatures-invalidated", {
    count: 32,
    number: "32",
    reason: t("reason.not-a-person"),
  });
  await readers.goto(`${letter}/signatures`);
  await readers.getByRole("link", { name: t("publicLog.roster") }).click();
  await expect(readers.getByText(line)).toBeVisible();
  await expect(readers.getByText("One program")).toHaveCount(0);
  await expectAccessible(readers);
  await readers.goto(`${letter}/signatures?search=bot`);
  await expect(readers.getByText(t("roster.search.none", { search: "bot" }))).toBeVisible();

  await button(page, t("invalidations.undo")).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(t("invalidations.state.undone"))).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await readers.goto("/moderation/log");
  await expect(
    readers.getByText(
      t("publicLog.invalidation-undone", { count: 32, number: "32", reason: t("reason.not-a-person") }),
    ),
  ).toBeVisible({ timeout: 20_000 });
  const after = await tribune.sql()`
    select state, count(*)::int as many from signatures where email like '%@bots.example' group by state order by state`;
  expect(after).toEqual([
    { state: "confirmed", many: 26 },
    { state: "held", many: 6 },
  ]);
});

test("the author reviews their letter without addresses, and by the label of a network", async ({
  tribune,
  page,
}) => {
  const [author] = await tribune.sql()<{ email: string }[]>`
    select a.email from letters l join accounts a on a.id = l.created_by where l.slug = ${slug}`;
  const account = sampleAccounts.find(({ email }) => email === author?.email) ?? sample("Owen");
  await signByProgram(tribune, 100, "198.51.100.0/24");
  await logIn(page, account);
  await page.goto(`${letter}/signatures/review?state=confirmed`);
  await expect(page.getByText(t("review.author"))).toBeVisible();
  await expect(page.getByText("Bot Number-100")).toBeVisible();
  const text = (await page.locator("main").textContent()) ?? "";
  expect(text).not.toMatch(/198\.51\.100|@bots/);
  expect(text).toMatch(/N-[0-9A-F]{6}/);
  const csv = await page.request.get(`${letter}/signatures/shared.csv`);
  expect(await csv.text()).toContain("Bot Number-100");
  expect(await csv.text()).not.toContain("@");
});

for (const language of ["en", "fr"] as const)
  test(`a browser signs at once, and without JavaScript after a moment (${language})`, async ({
    tribune,
    visitor,
  }) => {
    const { locale, t: words } = reads(language);
    for (const javaScriptEnabled of [true, false]) {
      const reader = await visitor({ locale, javaScriptEnabled });
      const email = `${language}-${javaScriptEnabled}@example.org`;
      await reader.goto(letter);
      await reader.getByLabel(words("sign.name"), { exact: true }).fill(`Reader ${email.split("@")[0]}`);
      await reader.getByLabel(words("sign.email")).fill(email);
      await reader.getByLabel(words("sign.statement")).fill("On two\nlines.");
      await reader.getByLabel(words("sign.keepInformed")).check();
      await button(reader, words("sign.button")).click();
      if (!javaScriptEnabled) await waitToSign(reader, words);
      await expect(heading(reader, words("sign.mailed.title"))).toBeVisible();
      await reader.goto(tribune.mailbox.linkIn(await tribune.mailbox.waitFor(email), /^\/signatures\//));
      await expect(reader.getByText("On two")).toBeVisible();
      const [row] =
        await tribune.sql()`select keep_informed as told, name_shown as shown from signatures where email = ${email}`;
      expect(row).toEqual({ told: true, shown: false });
    }
  });

test("nothing jumps when the proof is made, and nobody has to know of it", async ({ page }) => {
  await page.goto(`${letter}/sign`);
  const place = async () => JSON.stringify(await page.locator(".sign-form").boundingBox());
  const before = await place();
  await page.getByLabel(t("sign.name"), { exact: true }).focus();
  await expect(page.locator("input[name=proof]")).toHaveCount(1);
  expect(await place()).toBe(before);
  await expectAccessible(page);
  await page.keyboard.press("Shift+Tab");
  await expect(page.locator("input[name=homepage]")).not.toBeFocused();
});

test("a form that fills what nobody sees is answered as always, and nothing is written", async ({
  tribune,
}) => {
  const email = "trapped@example.org";
  const fields = {
    name: "Filler of Fields",
    email,
    homepage: "https://spam.example",
    proof: await makeProof(),
  };
  const answer = await post(tribune.url, `${letter}/sign`, fields);
  expect([answer.status, answer.headers.location]).toEqual([303, `${letter}/sign?mailed`]);
  expect(await tribune.sql()`select 1 from signatures where email = ${email}`).toHaveLength(0);
  expect(tribune.log()).toContain("nobody sees");
  expect(tribune.log()).not.toContain("spam.example");
});
