import type { Page } from "@playwright/test";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import type { Language } from "#app/languages/language.ts";
import { type Translate, translator } from "#app/languages/translate.ts";
import { expect, type Tribune } from "./tribune.ts";

export type Person = { email: string; name: string; password: string };

/** The sample account with this first name. */
export function sample(firstName: string): Person {
  const found = sampleAccounts.find(({ name }) => name.startsWith(firstName));
  if (!found) throw new Error(`No sample account is called ${firstName}.`);
  return found;
}

/** What a browser set to a language sends, and the phrases its reader sees. */
export const reads = (language: Language): { locale: string; t: Translate } => ({
  locale: language === "fr" ? "fr-FR" : "en-GB",
  t: translator(language),
});

/** Logs in through the form, as a person does. */
export async function logIn(page: Page, person: Person, t: Translate = translator("en")): Promise<void> {
  await page.goto("/login");
  await page.getByLabel(t("form.email")).fill(person.email);
  await page.getByLabel(t("form.password"), { exact: true }).fill(person.password);
  await page.getByRole("button", { name: t("login.button"), exact: true }).click();
  await expect(page.getByRole("link", { name: person.name })).toBeVisible();
}

/** Creates an account through the form and the link in the mail; whoever joined is logged in. */
export async function join(
  page: Page,
  { mailbox }: Tribune,
  person: Person,
  t: Translate = translator("en"),
): Promise<void> {
  await page.goto("/join");
  await page.getByLabel(t("join.name")).fill(person.name);
  await page.getByLabel(t("form.email")).fill(person.email);
  await page.getByLabel(t("form.password"), { exact: true }).fill(person.password);
  await page.getByRole("button", { name: t("join.button") }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("join.mailed.title") })).toBeVisible();
  await page.goto(mailbox.linkIn(await mailbox.waitFor(person.email), /^\/confirm-address\//));
  await page.getByRole("button", { name: t("confirmAddress.button") }).click();
  await expect(page.getByRole("link", { name: person.name })).toBeVisible();
}

/** The text of a letter being written: the editor, or the text area where JavaScript is off. */
export const textOf = (page: Page, t: Translate = translator("en")) =>
  page.getByRole("textbox", { name: new RegExp(`^${t("draft.text")}( |$)`) });

/** Makes a draft with a title and opens its page; the editor has arrived, unless `plain`. @returns its address */
export async function beginDraft(page: Page, title: string, { plain = false } = {}): Promise<string> {
  const t = translator("en");
  await page.goto("/letters/new");
  if (!plain) await expect(page.getByRole("toolbar")).toBeVisible();
  await page.getByLabel(t("draft.title")).fill(title);
  await page.getByRole("button", { name: t("draft.save") }).click();
  await page.waitForURL(/\/letters\/[^/]+\/edit$/);
  if (!plain) await expect(page.getByRole("toolbar")).toBeVisible();
  return page.url();
}

/** Where JavaScript is off, a form that was sent to sign asks for a moment first: waits and sends it again. */
export async function waitToSign(page: Page, t: Translate = translator("en")): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: t("effort.title") })).toBeVisible();
  await page.waitForTimeout(1100);
  await page.getByRole("button", { name: t("effort.button") }).click();
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Publishes a letter of the account that `page` is logged in to, in English. @returns its path */
export async function publish(
  page: Page,
  title: string,
  text: string,
  { plain = false } = {},
): Promise<string> {
  const t = translator("en");
  await page.goto("/letters/new");
  if (!plain) await expect(page.getByRole("toolbar")).toBeVisible();
  await page.getByLabel(t("draft.title")).fill(title);
  await textOf(page).fill(text);
  await page.getByLabel(t("draft.addressees")).fill("The minister");
  await page.getByLabel(t("draft.authorName")).fill("Owen Tregarth");
  await press(page, t("draft.save"));
  await page.waitForURL(/\/letters\/[^/]+\/edit/);
  await page.goto(page.url().replace(/\/edit.*/, "/publish"));
  await press(page, t("publish.button"));
  await expect(page.getByText(t("letter.published.notice"))).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Signs a letter by its form and confirms by the link in the mail, in English. */
export async function sign(
  page: Page,
  { mailbox }: Tribune,
  letter: string,
  { name, email }: Pick<Person, "name" | "email">,
  { plain = false, informed = false } = {},
): Promise<void> {
  const t = translator("en");
  await page.goto(`${letter}/sign`);
  await page.getByLabel(t("sign.name"), { exact: true }).fill(name);
  await page.getByLabel(t("sign.email")).fill(email);
  await page.getByLabel(t("sign.showName")).check();
  if (informed) await page.getByLabel(t("sign.keepInformed")).check();
  await press(page, t("sign.button"));
  if (plain) await waitToSign(page);
  await page.goto(mailbox.linkIn(await mailbox.waitFor(email), /^\/signatures\//));
  await press(page, t("signature.confirm"));
  await expect(page.getByRole("heading", { level: 1, name: t("signature.confirmed.title") })).toBeVisible();
}
