import { devices, type Page } from "@playwright/test";
import { translator } from "#app/languages/translate.ts";
import { reads, waitToSign } from "./people.ts";
import { expect, expectAccessible, test, type Tribune } from "./tribune.ts";

const t = translator("en");
const slug = "research-data-and-european-cloud-certification";
const letter = `/letters/${slug}`;
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

/** Signs on the letter's page. */
async function sign(
  page: Page,
  name: string,
  email: string,
  more: Record<string, string> = {},
): Promise<void> {
  await page.goto(`${letter}#sign`);
  await page.getByLabel(t("sign.name"), { exact: true }).fill(name);
  await page.getByLabel(t("sign.email")).fill(email);
  for (const [label, value] of Object.entries(more)) await page.getByLabel(label).fill(value);
  await page.getByLabel(t("sign.showName")).check();
  await button(page, t("sign.button")).click();
}

/** The count on the letter's page, for who just sent a form. */
async function countOf(page: Page): Promise<number> {
  await page.goto(letter);
  return Number((await page.locator(".count strong").textContent())?.replace(/\D/g, ""));
}

/** How many have confirmed, from the rows: a page that others made may be two seconds old. */
async function confirmedIn(tribune: Tribune): Promise<number> {
  const [row] = await tribune.sql()<{ confirmed: number }[]>`
    select count(*)::int as confirmed from signatures s join letters l on l.id = s.letter_id
    where l.slug = ${slug} and s.state = 'confirmed' and s.origin = 'form'`;
  return row?.confirmed ?? 0;
}

async function linkTo(tribune: Tribune, email: string, after = 0): Promise<string> {
  return tribune.mailbox.linkIn(await tribune.mailbox.waitFor(email, { after }), /^\/signatures\//);
}

test("on a phone, with long names and a statement, in French", async ({ tribune, visitor }) => {
  const { locale, t: fr } = reads("fr");
  const { defaultBrowserType: _browser, ...phoneOf } = devices["Pixel 7"];
  const phone = await visitor({ ...phoneOf, locale });
  await phone.goto("/letters");
  await phone.locator(`a[href$="${letter}"]`).tap();
  await phone.getByRole("link", { name: fr("letter.sign") }).tap();
  await expect(phone.getByLabel(fr("sign.name"), { exact: true })).toBeInViewport();
  const name = "Marie-Clémentine d’Aubigny-Ó’Súilleabháin von und zu Liechtenstein-Hohenlohe";
  await phone.getByLabel(fr("sign.name"), { exact: true }).fill(name);
  await phone.getByLabel(fr("sign.email")).fill("marie-clementine@example.org");
  await phone.getByLabel(fr("sign.role")).fill("Directrice de recherche émérite");
  await phone
    .getByLabel(fr("sign.organisation"))
    .fill("Laboratoire d’informatique de Grenoble — <b>équipe</b> sécurité");
  const quotable = phone.getByLabel(fr("sign.quotable"));
  await expect(quotable, "nothing to quote yet").toBeHidden();
  const statement = "Donaudampfschifffahrtselektrizitäten".repeat(12);
  await phone.getByLabel(fr("sign.statement")).fill(statement);
  await phone.getByLabel(fr("sign.showName")).check();
  await quotable.check();
  await phone.getByLabel(fr("sign.keepInformed")).check();
  await button(phone, fr("sign.button")).tap();
  await expect(heading(phone, fr("sign.mailed.title"))).toBeVisible();
  const mail = await tribune.mailbox.waitFor("marie-clementine@example.org");
  expect(mail.subject, "the mail is in the reader's language").toMatch(/^Confirmez votre signature/);
  await phone.goto(tribune.mailbox.linkIn(mail, /^\/signatures\//));
  await button(phone, fr("signature.confirm")).tap();
  await expect(heading(phone, fr("signature.confirmed.title"))).toBeVisible();
  await expectAccessible(phone);
  await phone.goto(`${letter}/signatures`);
  await phone.getByLabel(fr("roster.search")).fill("o'SUILLEABHAIN");
  await button(phone, fr("roster.search.button")).tap();
  await expect(phone.getByText(name)).toBeVisible();
  await expect(phone.getByText("<b>équipe</b> sécurité"), "what strangers type is text").toBeVisible();
  await phone.goto(`${letter}/press`);
  await expect(phone.getByRole("figure").filter({ hasText: statement })).toContainText(name);
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, "nothing is wider than the phone").toBeLessThanOrEqual(0);
});

test("mistakes are named beside their fields and nothing typed is lost", async ({ noScriptPage: page }) => {
  await page.goto(letter);
  await page.getByLabel(t("sign.statement")).fill("Because it can be checked.");
  await page.getByLabel(t("sign.email")).fill("not an address");
  await page.getByLabel(t("sign.keepInformed")).check();
  await button(page, t("sign.button")).click();
  const summary = page.getByRole("alert");
  await expect(summary).toContainText(t("form.summary", { count: 2 }));
  await expect(page.getByLabel(t("sign.statement"))).toHaveValue("Because it can be checked.");
  await expect(page.getByLabel(t("sign.keepInformed"))).toBeChecked();
  await expect(page.getByLabel(t("sign.showName"))).not.toBeChecked();
  await summary.getByRole("link", { name: t("form.email.wrong") }).click();
  const email = page.getByLabel(t("sign.email"));
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await expect(email).toHaveAccessibleDescription(new RegExp(t("form.email.wrong")));
});

test("one mailbox is one signatory, however it is written and however often it signs", async ({
  tribune,
  page,
}) => {
  const before = await confirmedIn(tribune);
  await sign(page, "Jean Dupont", "jean.dupont@gmail.com");
  const link = await linkTo(tribune, "jean.dupont@gmail.com");
  await page.goto(link);
  await button(page, t("signature.confirm")).click();
  await expect(heading(page, t("signature.confirmed.title"))).toBeVisible();
  await page.goto(link);
  await expect(heading(page, t("signature.confirmed.title")), "an old link stays useful").toBeVisible();
  await expect(button(page, t("signature.confirm"))).toHaveCount(0);
  const mails = tribune.mailbox.messages.length;
  await sign(page, "Jean D.", "J.e.a.n.Dupont+tribune@GoogleMail.com");
  await expect(heading(page, t("sign.mailed.title")), "the page tells nobody who has signed").toBeVisible();
  const again = await tribune.mailbox.waitFor("jean.dupont@gmail.com", {
    after: mails,
    subject: /^You have already signed/,
  });
  await page.goto(tribune.mailbox.linkIn(again, /^\/signatures\//));
  await expect(heading(page, t("signature.confirmed.title"))).toBeVisible();
  await expect(page.getByText("Jean Dupont")).toBeVisible();
  expect(await countOf(page)).toBe(before + 1);
});

test("a double click on the buttons signs and confirms once", async ({ tribune, page }) => {
  const before = await confirmedIn(tribune);
  await page.goto(letter);
  await page.getByLabel(t("sign.name"), { exact: true }).fill("Dora Doubleclick");
  await page.getByLabel(t("sign.email")).fill("dora@example.org");
  await button(page, t("sign.button")).dblclick();
  await expect(heading(page, t("sign.mailed.title"))).toBeVisible();
  await page.goto(await linkTo(tribune, "dora@example.org"));
  await button(page, t("signature.confirm")).dblclick();
  await expect(heading(page, t("signature.confirmed.title"))).toBeVisible();
  const mails = tribune.mailbox.messages.filter(({ to }) => JSON.stringify(to).includes("dora@example.org"));
  expect(mails.filter(({ subject }) => /^Confirm your/.test(subject ?? ""))).toHaveLength(1);
  expect(await countOf(page)).toBe(before + 1);
});

test("a signature is withdrawn by the link of any mail, and may be given again", async ({
  tribune,
  noScriptPage: page,
}) => {
  const before = await confirmedIn(tribune);
  await sign(page, "Wilma Wavering", "wilma@example.org", { [t("sign.statement")]: "For now." });
  await waitToSign(page);
  const link = await linkTo(tribune, "wilma@example.org");
  await page.goto(link);
  await button(page, t("signature.confirm")).click();
  const receipt = await tribune.mailbox.waitFor("wilma@example.org", { subject: /^You have signed/ });
  expect(receipt.text).toMatch(/SHA-256: [0-9a-f]{64}/);
  await page.goto(tribune.mailbox.linkIn(receipt, /^\/signatures\//));
  await page.getByText(t("signature.withdraw"), { exact: true }).click();
  await button(page, t("signature.withdraw.button")).click();
  await expect(heading(page, t("signature.withdrawn.title"))).toBeVisible();
  expect(await countOf(page)).toBe(before);
  await page.goto(`${letter}/signatures?search=wilma`);
  await expect(page.getByText(t("roster.search.none", { search: "wilma" }))).toBeVisible();
  await page.goto(link);
  await expect(heading(page, t("signature.withdrawn.title"))).toBeVisible();
  await page.getByRole("link", { name: t("signature.again") }).click();
  const mails = tribune.mailbox.messages.length;
  await page.getByLabel(t("sign.name"), { exact: true }).fill("Wilma Wavering");
  await page.getByLabel(t("sign.email")).fill("wilma@example.org");
  await button(page, t("sign.button")).click();
  await waitToSign(page);
  await page.goto(await linkTo(tribune, "wilma@example.org", mails));
  await button(page, t("signature.confirm")).click();
  await expect(heading(page, t("signature.confirmed.title"))).toBeVisible();
  expect(await countOf(page)).toBe(before + 1);
});

test("who does not tick the box is counted and named nowhere", async ({ tribune, page }) => {
  await page.goto(letter);
  await page.getByLabel(t("sign.name"), { exact: true }).fill("Hilde Hidden");
  await page.getByLabel(t("sign.email")).fill("hilde@example.org");
  await page.getByLabel(t("sign.organisation")).fill("A secret employer");
  await button(page, t("sign.button")).click();
  await page.goto(await linkTo(tribune, "hilde@example.org"));
  await expect(page.getByText(t("signature.notShown"))).toBeVisible();
  await button(page, t("signature.confirm")).click();
  await expect(heading(page, t("signature.confirmed.title"))).toBeVisible();
  const csv = await page.request.get(`${letter}/signatures.csv`);
  const json = await page.request.get(`${letter}.json`);
  for (const text of [await csv.text(), await json.text()]) {
    expect(text).not.toContain("Hilde");
    expect(text).not.toContain("secret employer");
    expect(text).not.toContain("hilde@");
  }
});

for (const [what, token] of [
  ["unknown", "A".repeat(43)],
  ["mangled by a mail program", "AAAA=3D%20x"],
  ["hostile", "%3Cscript%3Ealert(1)%3C%2Fscript%3E"],
] as const)
  test(`a link that is ${what} leads to a page that helps`, async ({ page }) => {
    expect((await page.goto(`/signatures/${token}`))?.status()).toBe(404);
    await expect(heading(page, t("signature.unknown.title"))).toBeVisible();
    await expect(page.getByText(t("signature.unknown.text"))).toBeVisible();
  });

test("a closed letter takes no signature and says so", async ({ page }) => {
  const closed = "/letters/marches-publics-du-numerique-publier-les-contrats";
  await page.goto(closed);
  await expect(page.getByText(t("letter.closed.text"))).toBeVisible();
  await expect(button(page, t("sign.button"))).toHaveCount(0);
  await page.goto(`${closed}/sign`);
  await expect(page.getByText(t("letter.closed.text"))).toBeVisible();
});

test("the letter's page tells who has signed, to them alone, until they withdraw", async ({
  tribune,
  page,
  visitor,
}) => {
  const told = (reader: Page) => reader.getByText(t("letter.signed"));
  const email = "told-and-untold@example.org";
  await sign(page, "Told Andsigned", email);
  await page.goto(await linkTo(tribune, email));
  await button(page, t("signature.confirm")).click();
  await expect(heading(page, t("signature.confirmed.title"))).toBeVisible();
  await page.goto(letter);
  await expect(told(page)).toBeVisible();
  await page.context().clearCookies();
  await page.goto(letter);
  await expect(told(page), "on the page that everybody gets").toBeVisible();
  const other = await visitor();
  await other.goto(letter);
  await expect(told(other)).toBeHidden();
  await page.goto(await linkTo(tribune, email));
  await page.getByText(t("signature.withdraw"), { exact: true }).click();
  await button(page, t("signature.withdraw.button")).click();
  await expect(heading(page, t("signature.withdrawn.title"))).toBeVisible();
  await page.goto(letter);
  await expect(told(page)).toBeHidden();
});
