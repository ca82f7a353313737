import type { Page } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { translator } from "#app/languages/translate.ts";
import { type Message, startReceiver } from "../webhook-receiver.ts";
import { logIn, reads, sample, sign } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const { locale, t } = reads("fr");
const en = translator("en");
const letter = "/letters/pour-un-cloud-de-confiance-verifiable";
const webhooks = `${letter}/webhooks`;

// Refused forms answer with 4xx, which browsers write down.
test.use({ allowedConsole: [/status of 4\d\d/] });

let receiver: Awaited<ReturnType<typeof startReceiver>>;
test.beforeAll(async () => {
  receiver = await startReceiver();
});
test.afterAll(() => {
  receiver.close();
});

const verified = (secret: string, { headers, body }: Message) =>
  new Webhook(secret).verify(body, headers as Record<string, string>);
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const lines = (page: Page) => page.locator("[data-delivery]");

/** Opens the page anew until its newest line says this: what is sent is sent by and by, and nothing moves without a script. */
const expectNewest = (page: Page, ...said: string[]) =>
  expect(async () => {
    await page.goto(webhooks);
    for (const each of said) await expect(lines(page).first()).toContainText(each, { timeout: 100 });
  }).toPass();

test("an author's program is told of a signature, signed; what failed is sent again", async ({
  visitor,
  noScriptPage,
  tribune,
}) => {
  const page = await visitor({ locale, javaScriptEnabled: false });
  // The same author on a page with scripts, for axe alone.
  const looking = await visitor({ locale });
  await logIn(page, sample("Camille"), t);
  await logIn(looking, sample("Camille"), t);

  await page.goto(letter);
  await page.getByRole("link", { name: t("webhooks.title"), exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${webhooks}$`));
  const url = page.getByLabel(t("webhooks.url"), { exact: true });
  const signed = page.getByLabel(t("webhooks.event.signature.confirmed"));

  await test.step("a private address is refused, with what was typed and its field named", async () => {
    await url.fill("https://10.20.30.40/hook");
    await signed.check();
    await press(page, t("webhooks.add"));
    const summary = page.getByRole("alert");
    await expect(summary).toBeFocused();
    await expect(summary.getByRole("link", { name: t("webhooks.url.private") })).toHaveAttribute(
      "href",
      "#url",
    );
    await expect(url).toHaveValue("https://10.20.30.40/hook");
    await expect(url).toHaveAttribute("aria-invalid", "true");
    await expect(url).toHaveAccessibleDescription(new RegExp(t("webhooks.url.private")));
    await expect(signed).toBeChecked();
  });

  await test.step("an axe looks at a refused form", async () => {
    await looking.goto(webhooks);
    await press(looking, t("webhooks.add"));
    await expect(looking.getByRole("alert")).toBeFocused();
    await expectAccessible(looking);
  });

  await url.fill(receiver.url);
  await press(page, t("webhooks.add"));
  const secret = await page.locator("[data-secret]").innerText();
  expect(secret).toMatch(/^whsec_/);
  await expect(page.getByText(receiver.url)).toBeVisible();
  await page.goto(webhooks);
  await expect(page.getByText(receiver.url)).toBeVisible();
  expect(await page.content()).not.toContain("whsec_");

  await test.step("a signature is told", async () => {
    const ada = { name: "Ada Signs", email: "ada-signs@example.org" };
    await sign(noScriptPage, tribune, letter, ada, { plain: true });
    await expectNewest(page, "signature.confirmed", t("webhooks.state.delivered"), "200", "thanks");
    const [message] = receiver.got;
    expect(verified(secret, message as Message)).toMatchObject({
      type: "signature.confirmed",
      data: { letter: letter.split("/").at(-1), url: tribune.url + letter },
    });
    expect(message?.body).not.toMatch(/Ada|example\.org/);
    const altered = { headers: message?.headers ?? {}, body: `${message?.body} ` };
    expect(() => verified(secret, altered)).toThrow();
  });

  await test.step("what fails is shown, and sent again by its button under the same id", async () => {
    receiver.answer = (response) => void response.writeHead(503).end("not now");
    await press(page, `${t("webhooks.test")} – ${receiver.url}`);
    await expect(page.getByRole("status").first()).toContainText(t("webhooks.done.queued"));
    await expectNewest(page, "test", t("webhooks.state.again"), "503", "not now");
    await expect(page.locator("[data-webhook]")).toContainText(t("webhooks.failing"));
    await looking.goto(webhooks);
    await expectAccessible(looking);
    receiver.answer = receiver.thanks;
    await lines(page)
      .first()
      .getByRole("button", { name: new RegExp(`^${t("webhooks.replay")}`) })
      .click();
    await expectNewest(page, "test", t("webhooks.state.delivered"), "200", "thanks");
    await expect(page.locator("[data-webhook]")).not.toContainText(t("webhooks.failing"));
    const [failed, again] = receiver.got.slice(-2) as [Message, Message];
    expect(again.headers["webhook-id"]).toBe(failed.headers["webhook-id"]);
    expect(verified(secret, again)).toMatchObject({ type: "test" });
  });

  await test.step("one that says that it is gone is switched off, and on again by its button", async () => {
    receiver.answer = (response) => void response.writeHead(410).end();
    await press(page, `${t("webhooks.test")} – ${receiver.url}`);
    await expectNewest(page, "test", t("webhooks.state.failed"), "410");
    await expect(page.locator("[data-webhook]")).toContainText(t("webhooks.gone"));
    const mail = await tribune.mailbox.waitFor(sample("Camille").email, { subject: /webhook/i });
    expect(mail.text).toContain(receiver.url);
    await press(page, `${t("webhooks.enable")} – ${receiver.url}`);
    await expect(page.locator("[data-webhook]")).not.toContainText(t("webhooks.gone"));
    receiver.answer = receiver.thanks;
  });

  await press(page, `${t("webhooks.remove")} – ${receiver.url}`);
  await expect(page.getByRole("status").first()).toContainText(t("webhooks.done.removed"));
  await expect(page.getByText(t("webhooks.none"))).toBeVisible();
  await expect(page.getByText(t("webhooks.log.none"))).toBeVisible();
});

test("whoever is not its author finds no webhooks of a letter", async ({ page }) => {
  await logIn(page, sample("Owen"), en);
  expect((await page.goto(webhooks))?.status()).toBe(404);
});
