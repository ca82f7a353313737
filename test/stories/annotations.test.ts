import type { Page } from "@playwright/test";
import { translator } from "#app/languages/translate.ts";
import { logIn, reads, sample } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const en = translator("en");
const text = "/doctrine/informatique-en-nuage-de-l-etat";

/** Where words stand on the page: the middle of their first and of their last letter. */
const placeOf = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const body = document.querySelector("[data-annotate]");
    const nodes = document.createTreeWalker(body ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const at = (node.textContent ?? "").indexOf(wanted);
      if (at < 0) continue;
      node.parentElement?.scrollIntoView({ block: "center" });
      const edge = (offset: number, right: boolean) => {
        const range = document.createRange();
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        const rect = range.getBoundingClientRect();
        return { x: right ? rect.right - 0.5 : rect.left + 0.5, y: rect.top + rect.height / 2 };
      };
      return { from: edge(at, false), to: edge(at + wanted.length - 1, true) };
    }
    throw new Error(`"${wanted}" does not stand there`);
  }, words);

const offer = (page: Page, t = en) => page.getByRole("link", { name: t("annotation.offer") });
const quote = (page: Page, t = en) => page.getByLabel(t("annotation.quote"), { exact: true });

async function post(page: Page, body: string): Promise<void> {
  await page.getByLabel(en("comment.body")).fill(body);
  await page.getByRole("button", { name: en("comment.post") }).click();
  await expect(page.locator(".comment-highlighted")).toContainText(body);
}

test.describe.configure({ timeout: 180_000 });

test("a passage is selected with the mouse, commented on, and marked where it stands", async ({ page }) => {
  await logIn(page, sample("Owen"));
  await page.goto(`${text}/14`);
  const { from, to } = await placeOf(page, "mesurée et publiée");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, to.y);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
  // By keyboard the offer is the next stop.
  await expect(offer(page)).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(offer(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(quote(page)).toHaveValue("mesurée et publiée");
  await expectAccessible(page);
  await post(page, "By whom?");
  await expect(page.locator(".comment-highlighted blockquote").first()).toHaveText("mesurée et publiée");
  await page.goto(`${text}/14`);
  const mark = page.locator(".provision-body .passage");
  await expect(mark).toHaveText("mesurée et publiée");
  await mark.click();
  await expect(page.locator(".passages li:target")).toContainText("Owen Tregarth");
  // A triple click takes a paragraph and ends behind it.
  await page
    .locator(".provision-body p")
    .last()
    .click({ clickCount: 3, position: { x: 5, y: 5 } });
  await expect(offer(page)).toHaveAttribute("href", /start=\d+&end=\d+$/);
  // What overlaps it is marked too, and both can be told apart.
  await page.goto(`${text}/14/annotate`);
  await quote(page).fill("est mesurée");
  await post(page, "How?");
  await page.goto(`${text}/14`);
  await expect(page.locator(".provision-body .passage")).toHaveText(["est ", "mesurée", " et publiée"]);
  await expect(page.locator(".provision-body .passage-2")).toHaveText("mesurée");
  await expectAccessible(page);
});

test("a finger's selection in the text's own page is offered too, on a phone", async ({ visitor }) => {
  const page = await visitor({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await logIn(page, sample("Camille"));
  await page.goto(`${text}#6`);
  // A long press selects a word and its handles are dragged: the browser tells of it like this.
  await page.locator('[id="6"]').scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    const node = document.querySelector('[id="6"] [data-annotate] p')?.firstChild;
    if (!node) throw new Error("no text");
    const at = (node.textContent ?? "").indexOf("à un tarif publié");
    getSelection()?.setBaseAndExtent(node, at, node, at + "à un tarif publié".length);
  });
  const { t } = reads("fr");
  await offer(page, t).tap();
  await expect(quote(page, t)).toHaveValue("à un tarif publié");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("annotation.title"));
});

test("by keyboard a passage is selected in the form, and it is the one that was meant", async ({ page }) => {
  await logIn(page, sample("Owen"));
  await page.goto(`${text}/7/annotate`);
  const source = page.getByLabel(en("annotation.source", { provision: "Règle 7 : Les offres commerciales" }));
  await source.focus();
  await page.keyboard.press("Control+Home");
  // "marché" stands there twice: the second one is chosen.
  const body = await source.inputValue();
  const at = body.lastIndexOf("marché");
  for (let step = 0; step < at; step++) await page.keyboard.press("ArrowRight");
  for (const _ of "marché") await page.keyboard.press("Shift+ArrowRight");
  await expect(quote(page)).toHaveValue("marché");
  await post(page, "Which one is meant?");
  await page.goto(`${text}/7`);
  await expect(page.locator(".provision-body p").first().locator(".passage")).toHaveCount(0);
  await expect(page.locator(".provision-body p").last().locator(".passage")).toHaveText("marché");
});

test("without JavaScript a passage is quoted in a form, and a wrong one loses nothing", async ({
  noScriptPage: page,
}) => {
  await page.goto(`${text}/5`);
  await expect(page.getByRole("link", { name: en("annotation.title") })).toBeVisible();
  await logIn(page, sample("Owen"));
  await page.goto(`${text}/5`);
  await page.getByRole("link", { name: en("annotation.title") }).click();
  await quote(page).fill("le nuage externe");
  await page.getByLabel(en("comment.body")).fill("Why three?");
  await page.getByLabel(en("comment.stance.oppose")).check();
  await page.getByRole("button", { name: en("comment.post") }).click();
  await expect(page.getByText(en("annotation.quote.not-there")).first()).toBeVisible();
  await expect(page.getByLabel(en("comment.body"))).toHaveValue("Why three?");
  await expect(page.getByLabel(en("comment.stance.oppose"))).toBeChecked();
  await quote(page).fill("le nuage   interne\nde l'État");
  await page.getByRole("button", { name: en("comment.post") }).click();
  await expect(page.locator(".comment-highlighted blockquote").first()).toHaveText(
    "le nuage interne de l’État",
  );
});

test("what was said of an earlier text says so, with the comparison one click away", async ({ page }) => {
  await page.goto(`${text}/11`);
  const orphans = page.locator("section", {
    has: page.getByRole("heading", { name: en("annotation.orphans") }),
  });
  await expect(orphans.getByRole("listitem")).toHaveCount(2);
  await page.goto(`${text}/9/discussion`);
  const carried = page.locator(".passage-carried").first();
  await expect(carried).toContainText(en("annotation.carried"));
  await carried.getByRole("link", { name: en("annotation.compare") }).click();
  await expect(page.locator("ins").first()).toContainText("que l’hébergeur soit établi");
  // What other programs read: JSON-LD of the Web Annotation Protocol.
  const container = await page.request.get(`${text}/annotations/`);
  expect(container.headers()["content-type"]).toContain("http://www.w3.org/ns/anno.jsonld");
  const { total, first } = (await container.json()) as { total: number; first: { items: { id: string }[] } };
  expect(total).toBe(first.items.length);
  const one = await page.request.get(first.items[0]?.id ?? "");
  expect(await one.json()).toMatchObject({
    type: "Annotation",
    target: { selector: [{ type: "TextQuoteSelector" }, { type: "TextPositionSelector" }] },
  });
  const same = await page.request.get(first.items[0]?.id ?? "", {
    headers: { "If-None-Match": one.headers().etag ?? "" },
  });
  expect(same.status()).toBe(304);
});
