import type { Page } from "@playwright/test";
import { translator } from "#app/languages/translate.ts";
import { join, logIn, type Person, sample } from "./people.ts";
import { expect, test, type Tribune } from "./tribune.ts";

const t = translator("en");
let joined = 0;

/** Somebody of their own, with an account, logged in on `page`. */
async function newPerson(page: Page, tribune: Tribune): Promise<Person> {
  const number = ++joined;
  const person = {
    email: `person-${number}@example.org`,
    name: `Person No ${number}`,
    password: "a phrase of my own",
  };
  await join(page, tribune, person);
  return person;
}

/** A section of the settings by its heading. */
const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("the link that completes an account works once, and elsewhere asks for the password", async ({
  tribune,
  noScriptPage: page,
  visitor,
}) => {
  const person = { email: "elsewhere@example.org", name: "Eve Elsewhere", password: "a phrase of my own" };
  await page.goto("/join");
  await button(page, t("join.button")).click();
  await expect(page.getByRole("alert")).toContainText(t("form.summary", { count: 3 }));
  await page.getByLabel(t("join.name")).fill(person.name);
  await page.getByLabel(t("form.email")).fill(person.email);
  await page.getByLabel(t("form.password"), { exact: true }).fill("short");
  await button(page, t("join.button")).click();
  await expect(page.getByRole("alert").getByRole("link", { name: t("form.password.short") })).toBeVisible();
  await expect(page.getByLabel(t("join.name")), "what was typed is kept").toHaveValue(person.name);
  await page.getByLabel(t("form.password"), { exact: true }).fill(person.password);
  await button(page, t("join.button")).click();

  const link = tribune.mailbox.linkIn(await tribune.mailbox.waitFor(person.email), /^\/confirm-address\//);
  const phone = await visitor();
  await phone.goto(link);
  await phone.getByLabel(t("form.password"), { exact: true }).fill("not this one");
  await button(phone, t("confirmAddress.button")).click();
  await expect(phone.getByText(t("confirmAddress.password.wrong")).first()).toBeVisible();
  await phone.getByLabel(t("form.password"), { exact: true }).fill(person.password);
  await button(phone, t("confirmAddress.button")).click();
  await expect(phone.getByText(t("join.joined"))).toBeVisible();

  await page.goto(link);
  await expect(page.getByRole("heading", { name: t("confirmAddress.unknown.title") })).toBeVisible();
  await logIn(page, person);
});

test("a forgotten password is replaced, and a stranger learns nothing of who has an account", async ({
  tribune,
  page,
  visitor,
}) => {
  const person = await newPerson(page, tribune);
  const other = await visitor();
  const pages: string[] = [];
  for (const email of [person.email, "nobody-at-all@example.org"]) {
    await other.goto("/forgotten-password");
    await other.getByLabel(t("form.email")).fill(email);
    await button(other, t("forgotten.button")).click();
    await expect(other.getByRole("heading", { name: t("forgotten.mailed.title") })).toBeVisible();
    pages.push(await other.getByRole("main").innerHTML());
  }
  expect(pages[0]).toBe(pages[1]);
  const mail = await tribune.mailbox.waitFor(person.email, { subject: new RegExp(t("mail.reset.subject")) });
  const link = tribune.mailbox.linkIn(mail, /^\/reset-password\//);
  await other.goto(link);
  await other.getByLabel(t("reset.password")).fill("an entirely new phrase");
  await button(other, t("reset.button")).click();
  await expect(other.getByText(t("settings.after.password"))).toBeVisible();
  await page.goto("/settings");
  await expect(page, "the other sessions ended").toHaveURL(/\/login\?next=/);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: t("reset.unknown.title") })).toBeVisible();
  await logIn(page, { ...person, password: "an entirely new phrase" });
});

test("sessions are listed, ended one by one and all at once", async ({ tribune, page, visitor }) => {
  const person = await newPerson(page, tribune);
  const other = await visitor();
  await logIn(other, person);
  await page.goto("/settings");
  const sessions = section(page, t("settings.sessions"));
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  await expect(sessions.getByText(t("settings.session.current"))).toHaveCount(1);
  await button(page, t("settings.session.end")).click();
  await expect(page.getByText(t("settings.after.session"))).toBeVisible();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await other.goto("/settings");
  await expect(other).toHaveURL(/\/login\?next=%2Fsettings$/);
  await logIn(other, person);
  await button(page, t("settings.everywhere")).click();
  await expect(page.getByText(t("login.out"))).toBeVisible();
  await other.goto("/letters/mine");
  await expect(other).toHaveURL(/\/login/);
});

test("logging in leads back to where one was going; wrong passwords say no more than they must", async ({
  page,
}) => {
  const { email, password, name } = sample("Owen");
  await page.goto("/letters/mine");
  await page.getByLabel(t("form.email")).fill(email);
  await page.getByLabel(t("form.password"), { exact: true }).fill("a wrong guess");
  await button(page, t("login.button")).click();
  await expect(page.getByRole("alert")).toContainText(t("login.wrong"));
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByLabel(t("form.email"))).toHaveValue(email);
  await page.getByLabel(t("form.password"), { exact: true }).fill(password);
  await button(page, t("login.button")).click();
  await expect(page).toHaveURL(/\/letters\/mine$/);
  await page.getByRole("link", { name }).click();
  await button(page, t("settings.logout")).click();
  await expect(page.getByRole("navigation").getByRole("link", { name: t("page.login") })).toBeVisible();
});

test("name, language of mails, password and address are changed in the settings", async ({
  tribune,
  page,
  visitor,
}) => {
  const person = await newPerson(page, tribune);
  const other = await visitor();
  await logIn(other, person);

  await page.goto("/settings");
  await section(page, t("settings.profile")).getByLabel(t("join.name")).fill("Person Renamed");
  await button(page, t("form.save")).click();
  await expect(page.getByText(t("settings.after.profile"))).toBeVisible();
  await expect(page.getByRole("link", { name: "Person Renamed" })).toBeVisible();

  const password = section(page, t("settings.password"));
  await password.getByLabel(t("settings.password.current")).fill("not mine");
  await password.getByLabel(t("reset.password")).fill("the second phrase");
  await button(page, t("settings.password.button")).click();
  await expect(page.getByRole("alert")).toContainText(t("settings.password.wrong"));
  await password.getByLabel(t("settings.password.current")).fill(person.password);
  await password.getByLabel(t("reset.password")).fill("the second phrase");
  await button(page, t("settings.password.button")).click();
  await expect(page.getByText(t("settings.after.password"))).toBeVisible();
  await other.goto("/settings");
  await expect(other).toHaveURL(/\/login/);

  const address = section(page, t("settings.address"));
  await address.getByLabel(t("settings.address.new")).fill("moved@example.org");
  await address.getByLabel(t("settings.password.current")).fill("the second phrase");
  await button(page, t("settings.address.button")).click();
  await expect(page.getByText(t("settings.after.address"))).toBeVisible();
  const warning = new RegExp(t("mail.addressChanges.subject"));
  await tribune.mailbox.waitFor(person.email, { subject: warning });
  const mail = await tribune.mailbox.waitFor("moved@example.org");
  await other.goto(tribune.mailbox.linkIn(mail, /^\/confirm-address\//));
  await button(other, t("confirmAddress.button")).click();
  await expect(other.getByText(t("login.address"))).toBeVisible();
  await logIn(other, { email: "moved@example.org", name: "Person Renamed", password: "the second phrase" });
});

test("a deleted account is gone, and what it said in public stays without its name", async ({
  tribune,
  page,
  visitor,
}) => {
  const person = await newPerson(page, tribune);
  await page.goto("/letters/research-data-and-european-cloud-certification/discussion");
  await page.getByRole("textbox", { name: t("comment.body") }).fill("I leave these words behind.");
  await button(page, t("comment.post")).click();
  await page.waitForURL(/#comment-\d+$/);
  const comment = page.url();
  await page.goto("/settings");
  await page.getByText(t("settings.delete.open")).click();
  await page.locator("#delete-currentPassword").fill(person.password);
  await button(page, t("settings.delete.button")).click();
  await expect(page.getByText(t("login.deleted"))).toBeVisible();
  const reader = await visitor();
  await reader.goto(comment);
  const left = reader.locator(".comment-highlighted");
  await expect(left).toContainText("I leave these words behind.");
  await expect(left).toContainText(t("comment.author.gone"));
  await expect(reader.getByText(person.name)).toHaveCount(0);
  await reader.goto("/login");
  await reader.getByLabel(t("form.email")).fill(person.email);
  await reader.getByLabel(t("form.password"), { exact: true }).fill(person.password);
  await button(reader, t("login.button")).click();
  await expect(reader.getByRole("alert")).toContainText(t("login.wrong"));
});
