import type { Locator, Page } from "@playwright/test";
import { translator } from "#app/languages/translate.ts";
import { beginDraft, logIn, sample, textOf } from "./people.ts";
import { expect, test } from "./tribune.ts";

const t = translator("en");
const tool = (page: Page, name: string) =>
  page.getByRole("toolbar").getByRole("button", { name, exact: true });
const state = (page: Page) => page.locator(".save-state");

/** Pastes as a browser does, with what an office program puts on the clipboard. */
function paste(editor: Locator, html: string, text = ""): Promise<void> {
  return editor.evaluate(
    (element, clip) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", clip.html);
      clipboardData.setData("text/plain", clip.text);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    { html, text },
  );
}

/** What the published page would show of the text: the preview, after the form is sent. */
async function preview(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: t("draft.preview") }).click();
  await page.waitForURL(/\/publish$/);
  return page.locator(".letter-text");
}

// The browser reports that it applied none of a paste's styles, and each answer of the autosave that is a refusal.
test.use({
  allowedConsole: [/Applying inline style violates|status of 4(01|09|13|15)|WebSocket connection/],
});

test.beforeEach(async ({ page }) => logIn(page, sample("Owen")));

test("each tool does what it says, and the words are counted", async ({ page }) => {
  await beginDraft(page, "Every tool");
  await textOf(page).click();
  await page.getByLabel(t("editor.heading")).selectOption("2");
  await page.keyboard.type("A heading");
  await page.keyboard.press("Enter");
  for (const [name, word] of [
    [t("editor.bold"), "firmly"],
    [t("editor.italic"), "softly"],
  ] as const) {
    await tool(page, name).click();
    await expect(tool(page, name)).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.type(word);
    await tool(page, name).click();
    await page.keyboard.type(" ");
  }
  await tool(page, t("editor.link")).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("javascript:alert(1)");
  await dialog.getByRole("button", { name: t("editor.accept") }).click();
  await expect(dialog.getByRole("alert")).toHaveText(t("editor.link.wrong"));
  await dialog.getByRole("textbox").fill("example.org/rules");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await tool(page, t("editor.footnote")).click();
  await dialog.getByRole("textbox").fill("Section 3, paragraph 2.");
  await dialog.getByRole("button", { name: t("editor.accept") }).click();
  await page.keyboard.press("Enter");
  await tool(page, t("editor.ordered")).click();
  await page.keyboard.type("first");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await tool(page, t("editor.quote")).click();
  await page.keyboard.type("quoted words");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await tool(page, t("editor.table")).click();
  await page.keyboard.type("cell");
  await tool(page, t("editor.table.noColumn")).click();
  await tool(page, t("editor.table.row")).click();
  await tool(page, t("editor.undo")).click();
  await tool(page, t("editor.redo")).click();
  await expect(page.locator(".editor-foot")).toContainText(/^8 words/);

  const text = await preview(page);
  await expect(text.locator("h2")).toHaveText("A heading");
  await expect(text.locator("strong")).toHaveText("firmly");
  await expect(text.locator("em")).toHaveText("softly");
  await expect(text.getByRole("link", { name: "example.org/rules" })).toHaveAttribute(
    "href",
    "https://example.org/rules",
  );
  await expect(text.locator(".footnotes li")).toContainText("Section 3, paragraph 2.");
  await expect(text.locator("ol").first().locator("> li")).toHaveText("first");
  await expect(text.locator("blockquote")).toHaveText("quoted words");
  await expect(text.locator("tr")).toHaveCount(4);
  await expect(text.locator("tr").first().locator("th")).toHaveCount(2);
});

test("a draft is saved while it is written, and what one tab knows another can read", async ({ page }) => {
  const address = await beginDraft(page, "Saved by itself");
  await textOf(page).click();
  await page.keyboard.type("Not a button was pressed.");
  await expect(state(page)).toHaveText(t("draft.state.saved"));
  await page.getByLabel(t("draft.addressees")).fill("The minister");
  await expect(state(page)).toHaveText(t("draft.state.changed"));
  await expect(state(page)).toHaveText(t("draft.state.saved"));
  await page.goto(address);
  await expect(textOf(page)).toHaveText("Not a button was pressed.");
  await expect(page.getByLabel(t("draft.addressees"))).toHaveValue("The minister");
});

test("what was saved by itself is then saved and published by a button, in the same window", async ({
  page,
}) => {
  await beginDraft(page, "Saved by itself, then by hand");
  await textOf(page).click();
  await page.keyboard.type("First words.");
  await expect(state(page)).toHaveText(t("draft.state.saved"));
  await page.getByRole("button", { name: t("draft.save") }).click();
  await expect(page.getByText(t("draft.saved"))).toBeVisible();
  await expect(textOf(page)).toHaveText("First words.");
  await textOf(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" More words.");
  await expect(state(page)).toHaveText(t("draft.state.saved"));
  // Pressed at once after a key: the form overtakes the autosave, or the other way about.
  await page.keyboard.type(" Last words.");
  await expect(await preview(page)).toContainText("First words. More words. Last words.");
});

test("a paste from Word keeps words, marks, lists, notes and tables, and nothing of its dress", async ({
  page,
}) => {
  await beginDraft(page, "From Word");
  await textOf(page).click();
  await paste(
    textOf(page),
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0cm;color:red}</style></head>
<body lang=FR><!--StartFragment-->
<p class=MsoTitle><span style='font-size:28.0pt'>The title</span></p>
<h1>Part one<o:p></o:p></h1>
<p class=MsoNormal style='text-align:justify'><b style='mso-bidi-font-weight:normal'>Bold</b> and
<i>italic</i><span style='font-weight:bold;color:#C00000'> heavy</span><a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>.<o:p></o:p></p>
<p class=MsoNormal>&nbsp;<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>first point</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o&nbsp;</span>under it</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;</span>second point</p>
<table class=MsoTableGrid border=1><tr><td width=200><p class=MsoNormal>A1</p></td><td><p class=MsoNormal>B1</p></td></tr></table>
<p class=MsoNormal><img width=1 src="file:///C:/Users/x/clip_image001.png"></p>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span>[1]</span></a> The source of it.</p></div></div>
<script>alert(1)</script><!--EndFragment--></body></html>`,
  );
  await expect(page.getByText(t("editor.paste.pictures"))).toBeVisible();
  const text = await preview(page);
  await expect(text.locator("h2")).toHaveText(["The title", "Part one"]);
  await expect(text.locator("strong")).toHaveText(["Bold", " heavy"]);
  await expect(text.locator("em")).toHaveText("italic");
  await expect(text.locator("ul").first().locator("> li")).toHaveCount(2);
  await expect(text.locator("ul ul > li")).toHaveText("under it");
  await expect(text.locator("td, th")).toHaveText(["A1", "B1"]);
  await expect(text.locator(".footnotes li")).toContainText(/^The source of it\./);
  await expect(text.locator("[style], [class*=Mso], img, script, span[lang]")).toHaveCount(0);
  await expect(text.locator("p", { hasText: /^\s*$/ })).toHaveCount(0);
});

test("a paste from Google Docs is not bold throughout and keeps what is", async ({ page }) => {
  await beginDraft(page, "From Google Docs");
  await textOf(page).click();
  await paste(
    textOf(page),
    `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b"><h2 dir="ltr"><span style="font-size:16pt;font-weight:400;">A heading</span></h2>
<p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:400;">plain, </span><span style="font-weight:700;">strong</span><span style="font-style:italic;"> slanted</span> <a href="https://example.org/x"><span style="text-decoration:underline;color:#1155cc">a link</span></a></p>
<ol><li dir="ltr" style="list-style-type:decimal"><p><span>one</span></p></li></ol></b><br class="Apple-interchange-newline">`,
  );
  const text = await preview(page);
  await expect(text.locator("h2")).toHaveText("A heading");
  await expect(text.locator("strong")).toHaveText("strong");
  await expect(text.locator("em")).toHaveText(/slanted/);
  await expect(text.getByRole("link", { name: "a link" })).toHaveAttribute("href", "https://example.org/x");
  await expect(text.locator("ol > li")).toHaveText("one");
});

test("five megabytes of pasted HTML are refused in words and change nothing", async ({ page }) => {
  await beginDraft(page, "Too much");
  await textOf(page).click();
  await page.keyboard.type("Before.");
  await paste(textOf(page), "<p>word</p>".repeat(480_000));
  await expect(page.getByText(t("editor.paste.tooLarge"))).toBeVisible();
  await expect(textOf(page)).toHaveText("Before.");
});

test("a text larger than a draft may be is not taken, and what stood there stays and is saved", async ({
  page,
}) => {
  await beginDraft(page, "Larger than a draft");
  await textOf(page).click();
  await page.keyboard.type("Before.");
  await paste(textOf(page), `<p>${"many words and one more ".repeat(50_000)}</p>`);
  await expect(page.getByText(t("editor.paste.tooLarge"))).toBeVisible();
  await page.keyboard.type(" And after.");
  await expect(textOf(page)).toHaveText("Before. And after.");
  await expect(state(page)).toHaveText(t("draft.state.saved"));
});

test("a text larger than a form may be is said to be too large and is not lost", async ({ page }) => {
  await page.goto("/letters/new");
  await expect(page.getByRole("toolbar")).toBeVisible();
  await page.getByLabel(t("draft.title")).fill("Larger than a form");
  await textOf(page).click();
  await paste(textOf(page), `<p>${"many words and one more ".repeat(50_000)}</p>`);
  await page.getByRole("button", { name: t("draft.save") }).click();
  await expect(page.getByRole("heading", { name: t("plain.413.title") })).toBeVisible();
  await page.goBack();
  await expect(textOf(page)).toContainText("many words and one more");
});

test("a picture needs a description, is stored here and stands in the letter", async ({ page }) => {
  await beginDraft(page, "With a picture");
  await textOf(page).click();
  const dialog = page.getByRole("dialog");
  const accept = dialog.getByRole("button", { name: t("editor.accept") });
  await tool(page, t("editor.image")).click();
  await accept.click();
  await expect(dialog.getByRole("alert")).toHaveText(t("editor.image.missing"));
  await dialog.getByLabel(t("editor.image.file")).setInputFiles({
    name: "notes.png",
    mimeType: "image/png",
    buffer: Buffer.from("no picture at all"),
  });
  await accept.click();
  await expect(dialog.getByRole("alert")).toHaveText(t("editor.image.noDescription"));
  await dialog.getByLabel(t("editor.image.description")).fill("A seal on a sheet of paper");
  await accept.click();
  await expect(dialog.getByRole("alert")).toHaveText(t("editor.image.wrong"));
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 120, height: 80 } });
  await dialog
    .getByLabel(t("editor.image.file"))
    .setInputFiles({ name: "seal.png", mimeType: "image/png", buffer: picture });
  await accept.click();
  await expect(dialog).toBeHidden();
  const shown = (await preview(page)).getByRole("img", { name: "A seal on a sheet of paper" });
  await expect(shown).toHaveAttribute("src", /^\/images\/[0-9a-f]{64}$/);
  await shown.scrollIntoViewIfNeeded();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
});

test("two windows are one draft", async ({ page, context }) => {
  const address = await beginDraft(page, "Two windows");
  const second = await context.newPage();
  await second.goto(address);
  await expect(second.getByRole("toolbar")).toBeVisible();
  await textOf(page).click();
  await page.keyboard.type("From the first window.");
  await expect(textOf(second)).toContainText("From the first window.");
  await textOf(second).click();
  await second.keyboard.press("Control+End");
  await second.keyboard.type(" From the second window.");
  await expect(state(second)).toHaveText(t("draft.state.saved"));
  await expect(textOf(page)).toContainText("From the first window. From the second window.");
  // Undoing takes back one's own words alone.
  await textOf(page).click();
  await page.keyboard.press("Control+z");
  await expect(textOf(page)).toContainText("From the second window.");
  await expect(textOf(page)).not.toContainText("From the first window.");
  await page.getByLabel(t("draft.title")).fill("Two windows, one title");
  await expect(second.getByLabel(t("draft.title"))).toHaveValue("Two windows, one title");
});

test("the same field changed in two windows is overwritten by neither", async ({ page, context }) => {
  const address = await beginDraft(page, "Two titles");
  const second = await context.newPage();
  await second.goto(address);
  await expect(second.getByRole("toolbar")).toBeVisible();
  await second.getByLabel(t("draft.summary")).fill("Of the second window");
  await page.getByLabel(t("draft.summary")).fill("Of the first window");
  // Whoever saves first is saved; the other is told.
  await expect
    .poll(async () =>
      [await state(page).textContent(), await state(second).textContent()].map((text) => text?.trim()).sort(),
    )
    .toEqual([t("draft.state.saved"), t("together.fields.stale")].sort());
});

test("a session that ends while writing costs nothing", async ({ page, context, tribune }) => {
  const address = await beginDraft(page, "The session ends");
  await expect(state(page)).toHaveText(t("draft.state.saved"));
  await tribune.sql()`delete from sessions`;
  await expect(state(page)).toContainText(t("draft.state.loggedOut"));
  await textOf(page).click();
  await page.keyboard.type("Written after the session ended.");
  await expect(state(page)).toContainText(t("draft.state.loggedOut"));
  await page.getByRole("button", { name: t("draft.save") }).click();
  await expect(page.getByText(t("form.loggedOut"))).toBeVisible();
  await expect(page.locator(".letter-text")).toHaveText("Written after the session ended.");
  const opened = context.waitForEvent("page");
  await page
    .getByRole("main")
    .getByRole("link", { name: t("login.newTab") })
    .first()
    .click();
  const other = await opened;
  await logIn(other, sample("Owen"));
  await other.close();
  await page.getByRole("button", { name: t("draft.save") }).click();
  await expect(page.getByText(t("draft.saved"))).toBeVisible();
  await page.goto(address);
  await expect(textOf(page)).toHaveText("Written after the session ended.");
});

test("a letter begun and never saved is there again in the same browser", async ({ page }) => {
  await page.goto("/letters/new");
  await expect(page.getByRole("toolbar")).toBeVisible();
  await page.getByLabel(t("draft.title")).fill("Begun and left");
  await textOf(page).click();
  await page.keyboard.type("Half a thought");
  await expect(state(page)).toHaveText(t("draft.state.kept"));
  await page.goto("/letters");
  await page.goto("/letters/new");
  await expect(state(page)).toHaveText(t("draft.state.restored"));
  await expect(page.getByLabel(t("draft.title"))).toHaveValue("Begun and left");
  await expect(textOf(page)).toHaveText("Half a thought");
});

test("a draft is deleted after a second look, and only by its writer", async ({ page, visitor }) => {
  const address = await beginDraft(page, "To be deleted");
  const other = await visitor();
  await logIn(other, sample("Camille"));
  expect((await other.goto(address))?.status()).toBe(404);
  await page.getByText(t("draft.delete"), { exact: true }).click();
  await page.getByRole("button", { name: t("draft.delete.button") }).click();
  await expect(page.getByText(t("mine.deleted"))).toBeVisible();
  expect((await page.goto(address))?.status()).toBe(404);
});

test("what is missing for publication is named, and nothing is published", async ({ page }) => {
  await beginDraft(page, "Not ready");
  await page.getByLabel(t("draft.authorName")).fill("");
  await preview(page);
  for (const missing of ["addressees", "author", "text"] as const)
    await expect(
      page.getByRole("listitem").filter({ hasText: t(`publish.missing.${missing}`) }),
    ).toBeVisible();
  await expect(page.getByRole("button", { name: t("publish.button") })).toHaveCount(0);
});
