import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { translator } from "#app/languages/translate.ts";
import { expect, test } from "./tribune.ts";

// The browser says so when it refuses to show a page in a frame.
test.use({ allowedConsole: [/frame-ancestors|X-Frame-Options|chrome-error/i] });

const t = translator("en");
const letter = "/letters/research-data-and-european-cloud-certification";

/** A site of somebody else, on another host and port, whose pages hold what is given. */
async function otherSite(
  pages: Record<string, string>,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const body = pages[request.url ?? ""];
    response.writeHead(body === undefined ? 204 : 200, { "Content-Type": "text/html; charset=utf-8" });
    response.end(body && `<!doctype html><html lang="en"><title>Elsewhere</title><h1>Elsewhere</h1>${body}`);
  });
  await once(server.listen(0, "localhost"), "listening");
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

const card = (page: Page) => page.frameLocator("iframe");
const countIn = async (page: Page) =>
  Number((await card(page).locator(".count strong").textContent())?.replace(/\D/g, ""));

test("a letter is signed from the page of another site, whose frame sets no cookie and fits its card", async ({
  tribune,
  page,
}) => {
  await page.goto(`${letter}/share`);
  const code = await page.getByLabel(t("embeds.card.code")).inputValue();
  await page.context().clearCookies();
  const site = await otherSite({
    "/": code,
    "/caught": `<iframe title="caught" src="${tribune.url}${letter}/sign"></iframe>`,
  });
  try {
    const framed = page.waitForResponse((response) => response.url().endsWith(`${letter}/embed`));
    await page.goto(`${site.url}/`);
    const { "set-cookie": cookie, "content-security-policy": policy } = await (await framed).allHeaders();
    expect(cookie).toBeUndefined();
    expect(policy).toContain("frame-ancestors *");
    const before = await countIn(page);
    expect(before).toBeGreaterThan(0);
    expect(await page.context().cookies()).toEqual([]);

    // Narrow, its words take more lines; the frame grows with them and nothing of the card is cut off.
    const heights = async () => ({
      frame: await page.locator("iframe").evaluate((frame: HTMLIFrameElement) => frame.clientHeight),
      card: await card(page)
        .locator("html")
        .evaluate((root) => Math.ceil(root.getBoundingClientRect().height)),
    });
    const fitted = async () => {
      const { frame, card: inside } = await heights();
      return frame - inside;
    };
    await expect.poll(fitted).toBe(0);
    const wide = (await heights()).frame;
    await page.setViewportSize({ width: 260, height: 700 });
    await expect.poll(async () => (await heights()).frame).toBeGreaterThan(wide);
    await expect.poll(fitted).toBe(0);

    const opened = page.waitForEvent("popup");
    await card(page)
      .getByRole("link", { name: t("letter.sign") })
      .click();
    const signing = await opened;
    await expect(signing).toHaveURL(`${tribune.url}${letter}/sign`);
    await signing.getByLabel(t("sign.name"), { exact: true }).fill("Edda Elsewhere");
    await signing.getByLabel(t("sign.email")).fill("edda@example.org");
    await signing.getByRole("button", { name: t("sign.button"), exact: true }).click();
    await expect(signing.getByRole("heading", { level: 1, name: t("sign.mailed.title") })).toBeVisible();
    const mail = await tribune.mailbox.waitFor("edda@example.org");
    await signing.goto(tribune.mailbox.linkIn(mail, /^\/signatures\//));
    await signing.getByRole("button", { name: t("signature.confirm"), exact: true }).click();
    await expect(
      signing.getByRole("heading", { level: 1, name: t("signature.confirmed.title") }),
    ).toBeVisible();

    await expect
      .poll(async () => {
        await page.goto(`${site.url}/`);
        return countIn(page);
      })
      .toBe(before + 1);

    const answered = page.waitForResponse((response) => response.url().endsWith(`${letter}/sign`));
    await page.goto(`${site.url}/caught`);
    expect((await answered).headers()["x-frame-options"]).toBe("DENY");
    await expect(card(page).getByRole("button", { name: t("sign.button"), exact: true })).toHaveCount(0);
    const shown = await (await page.locator("iframe").elementHandle())?.contentFrame();
    expect(shown?.url(), "the browser shows its own page instead").not.toContain(tribune.url);
  } finally {
    await site.close();
  }
});
