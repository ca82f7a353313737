import type { Page } from "@playwright/test";
import { translator } from "#app/languages/translate.ts";
import { beginDraft, logIn, reads, sample, textOf } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

test.describe.configure({ timeout: 180_000 });

const t = translator("en");
const { locale, t: fr } = reads("fr");

/** The card of the thread on a passage. */
const thread = (page: Page, passage: string) => page.getByRole("region", { name: passage });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

for (const [how, javaScriptEnabled] of [
  ["with JavaScript", true],
  ["without JavaScript", false],
] as const)
  test(`two people speak about a passage in the margin, ${how}`, async ({ tribune, visitor }) => {
    const author = await visitor({ locale: "en-GB", javaScriptEnabled });
    const other = sample("Camille");
    await logIn(author, sample("Owen"));
    const title = `Margins ${javaScriptEnabled ? "with" : "without"} script`;
    const edit = await beginDraft(author, title, { plain: !javaScriptEnabled });
    await textOf(author).fill("We ask for short rules. Rules must be read, and rules must be few.");
    await press(author, t("draft.save"));
    await expect(author.getByText(t("draft.saved"), { exact: true })).toBeVisible();
    await tribune.sql()`
      insert into co_authors (letter_id, account_id, role)
      select l.id, a.id, 'reviewer' from letters l, accounts a where l.title = ${title} and a.email = ${other.email}`;

    // A passage that stands there twice, or not at all, is asked for again, and nothing typed is lost.
    await author.getByRole("link", { name: t("margin.link.none"), exact: true }).click();
    await expect(author.getByRole("heading", { level: 1, name: t("margin.title") })).toBeVisible();
    const quote = author.getByLabel(t("margin.quote"), { exact: true });
    const body = author.getByLabel(t("margin.body"), { exact: true });
    for (const [wrong, problem] of [
      ["ules must be", t("margin.quote.ambiguous")],
      ["no such words", t("margin.quote.not-there")],
    ] as const) {
      await quote.fill(wrong);
      await body.fill("How few, @Camille Vasseur?");
      await press(author, t("margin.begin.button"));
      await expect(author.getByRole("alert")).toContainText(problem);
      await expect(quote).toHaveValue(wrong);
      await expect(body).toHaveValue("How few, @Camille Vasseur?");
    }
    if (javaScriptEnabled) {
      // What is selected in the text above becomes the passage.
      const source = author.getByLabel(t("margin.source"));
      await source.evaluate((area: HTMLTextAreaElement) => {
        area.focus();
        area.setSelectionRange(area.value.indexOf("rules must"), area.value.indexOf(" be few"));
      });
      await expect(quote).toHaveValue("rules must");
      await expectAccessible(author);
    } else await quote.fill("and rules must");
    const passage = javaScriptEnabled ? "rules must" : "and rules must";
    await press(author, t("margin.begin.button"));
    await expect(author.getByText(t("margin.after.begun"))).toBeVisible();
    await expect(thread(author, passage)).toContainText("How few, @Camille Vasseur?");
    await expect(thread(author, passage).locator(".mention")).toHaveText("@Camille Vasseur");

    // Who is mentioned is mailed in their language, and answers.
    const mail = await tribune.mailbox.waitFor(other.email);
    expect(mail.subject).toContain(title);
    const camille = await visitor({ locale, javaScriptEnabled });
    await logIn(camille, other, fr);
    await camille.goto(tribune.mailbox.linkIn(mail, /^\/letters\/.*comments/));
    const card = thread(camille, passage);
    await card.getByText(fr("margin.reply"), { exact: true }).first().click();
    await card.getByLabel(fr("margin.reply.body")).fill("Trois, pas plus.");
    await card.getByRole("button", { name: fr("margin.reply"), exact: true }).click();
    await expect(camille.getByText(fr("margin.after.replied"))).toBeVisible();
    await expect(card.getByLabel(fr("margin.reply.body"))).toHaveValue("");
    if (javaScriptEnabled) await expectAccessible(camille);

    // It is told where the letter is read, edited and published; resolved, it is not.
    await author.goto(edit.replace(/\/edit.*/, "/draft"));
    await author.getByRole("link", { name: t("margin.link", { count: 1, number: "1" }) }).click();
    await author.goto(edit.replace(/\/edit.*/, "/publish"));
    await expect(author.getByText(t("margin.publish.open", { count: 1, number: "1" }))).toBeVisible();
    await author.getByRole("link", { name: t("margin.title") }).click();
    await expect(thread(author, passage)).toContainText("Trois, pas plus.");
    await thread(author, passage)
      .getByRole("button", { name: t("margin.resolve") })
      .click();
    await expect(author.getByText(t("margin.after.resolved"))).toBeVisible();
    await author.goto(edit.replace(/\/edit.*/, "/publish"));
    await expect(author.getByText(t("margin.publish.open", { count: 1, number: "1" }))).toHaveCount(0);

    // It is opened again; one's own words are changed and deleted, and that shows.
    await camille.reload();
    await card.getByRole("button", { name: fr("margin.reopen") }).click();
    await expect(camille.getByText(fr("margin.after.reopened"))).toBeVisible();
    await card.getByText(fr("margin.edit"), { exact: true }).click();
    await card.getByLabel(fr("margin.body"), { exact: true }).fill("Quatre, pas plus.");
    await card.getByRole("button", { name: fr("form.save") }).click();
    await expect(card).toContainText("Quatre, pas plus.");
    await expect(card).toContainText(fr("margin.edited"));
    await card.getByText(fr("margin.delete"), { exact: true }).click();
    await card.getByRole("button", { name: fr("margin.delete.button") }).click();
    await expect(card).toContainText(fr("margin.deleted"));

    // The passage follows the text; when its words go, it has gone.
    const rewrite = async (text: string) => {
      await author.goto(edit);
      await textOf(author).fill(text);
      await press(author, t("draft.save"));
      await expect(author.getByText(t("draft.saved"), { exact: true })).toBeVisible();
      await camille.reload();
    };
    await rewrite("Dear minister, we ask for little, and rules must be few.");
    await expect(card).not.toContainText(fr("margin.gone"));
    await rewrite("Dear minister.");
    await expect(card).toContainText(fr("margin.gone"));
    await expect(card).toContainText("How few, @Camille Vasseur?");

    // Others are not told that there is anything.
    const stranger = await visitor({ locale: "en-GB", javaScriptEnabled });
    await logIn(stranger, sample("Salomé"), t);
    expect((await stranger.goto(edit.replace(/\/edit.*/, "/draft/comments")))?.status()).toBe(404);
  });

test.describe("beside the live editor", () => {
  // A browser tells its console of a form that a script has sent and that was refused.
  test.use({ allowedConsole: [/status of 400 .*comments\.json/] });

  test("two people speak about a passage beside the live editor, while they write", async ({
    tribune,
    visitor,
  }) => {
    const author = await visitor({ locale: "en-GB", viewport: { width: 1400, height: 900 } });
    const other = sample("Camille");
    await logIn(author, sample("Owen"));
    const edit = await beginDraft(author, "Margins alive");
    await textOf(author).fill("We ask for short rules. Rules must be read.");
    await tribune.sql()`
    insert into co_authors (letter_id, account_id, role)
    select l.id, a.id, 'editor' from letters l, accounts a where l.title = 'Margins alive' and a.email = ${other.email}`;

    // Nothing selected is told; a selection is commented on, which says nothing to the form around it.
    const tool = author.getByRole("button", { name: t("margin.begin") });
    await textOf(author).press("Control+Home");
    await tool.click();
    await expect(author.getByText(t("margin.select"))).toBeVisible();
    for (let word = 0; word < 3; word++) await textOf(author).press("Control+Shift+ArrowRight");
    await tool.click();
    const panel = author.getByRole("complementary", { name: t("margin.title") });
    await expect(panel.getByRole("heading", { level: 3 })).toHaveText("We ask for");
    await expect(panel.getByLabel(t("margin.body"), { exact: true })).toBeFocused();
    await panel.getByRole("button", { name: t("margin.begin.button"), exact: true }).click();
    await expect(panel.getByRole("alert")).toContainText(t("margin.body.missing"));
    await panel.getByLabel(t("margin.body"), { exact: true }).fill("Or demand?");
    await panel.getByRole("button", { name: t("margin.begin.button"), exact: true }).click();
    await expect(thread(author, "We ask for")).toContainText("Or demand?");
    const mark = author.locator(".margin-mark");
    await expect(mark).toHaveText("We ask for");
    await expectAccessible(author);

    // The other one sees it where it stands, writes before and in it, and answers; both see both at once.
    const camille = await visitor({ locale, viewport: { width: 1400, height: 900 } });
    await logIn(camille, other, fr);
    await camille.goto(edit);
    await expect(camille.locator(".margin-mark")).toHaveText("We ask for");
    await textOf(camille, fr).press("Control+Home");
    await textOf(camille, fr).pressSequentially("Dear minister, ");
    await expect(textOf(author)).toContainText("Dear minister, ");
    await expect(mark).toHaveText("We ask for");
    await expect(camille.locator(".margin-mark")).toHaveText("We ask for");
    const card = thread(camille, "We ask for");
    await card.getByText(fr("margin.reply"), { exact: true }).first().click();
    await card.getByLabel(fr("margin.reply.body")).fill("Demander suffit.");
    await card.getByRole("button", { name: fr("margin.reply"), exact: true }).click();
    await expect(thread(author, "We ask for")).toContainText("Demander suffit.");

    // A click on the passage sets its card off; resolved, it is neither marked nor beside the text any more.
    await mark.click();
    await expect(thread(author, "We ask for")).toHaveClass(/margin-active/);
    await card.getByRole("button", { name: fr("margin.resolve") }).click();
    await expect(mark).toHaveCount(0);
    await expect(thread(author, "We ask for")).toHaveCount(0);
    await expect(panel).toContainText(t("margin.none.panel"));
  });
});
