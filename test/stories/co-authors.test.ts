import { translator } from "#app/languages/translate.ts";
import { beginDraft, join, logIn, reads, sample, textOf } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

test.describe.configure({ timeout: 180_000 });

for (const [how, javaScriptEnabled] of [
  ["with JavaScript", true],
  ["without JavaScript", false],
] as const)
  test(`a draft is shared, written by two, and handed over, ${how}`, async ({ tribune, visitor }) => {
    const t = translator("en");
    const { locale, t: fr } = reads("fr");
    const title = `A letter of two hands ${javaScriptEnabled ? "with" : "without"} script`;
    const author = await visitor({ locale: "en-GB", javaScriptEnabled });
    await logIn(author, sample("Owen"));
    const edit = await beginDraft(author, title, { plain: !javaScriptEnabled });
    await author.getByRole("link", { name: t("coAuthors.manage") }).click();
    await expect(author.getByRole("heading", { level: 1, name: t("coAuthors.title") })).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(author);

    // A wrong address keeps what was typed, in the form that was sent.
    const person = author.getByRole("form", { name: t("coAuthors.invite.person") });
    await person.getByLabel(t("form.email")).fill("nadia at example");
    await person.getByRole("radio", { name: t("coAuthors.role.reader") }).check();
    await person.getByRole("button", { name: t("coAuthors.invite.button") }).click();
    await expect(author.getByRole("alert")).toContainText(t("form.email.wrong"));
    await expect(person.getByLabel(t("form.email"))).toHaveValue("nadia at example");
    await expect(person.getByRole("radio", { name: t("coAuthors.role.reader") })).toBeChecked();
    const email = `co-author-${javaScriptEnabled}@example.org`;
    await person.getByLabel(t("form.email")).fill(email);
    await person.getByRole("radio", { name: t("coAuthors.role.editor") }).check();
    await person.getByRole("button", { name: t("coAuthors.invite.button") }).click();
    await expect(author.getByText(t("coAuthors.invited"))).toBeVisible();
    await expect(author.getByText(email).first()).toBeVisible();

    // Who is invited has no account yet, reads French, and writes along.
    const link = tribune.mailbox.linkIn(await tribune.mailbox.waitFor(email), /^\/co-authors\//);
    const nadia = await visitor({ locale, javaScriptEnabled });
    await nadia.goto(link);
    await join(nadia, tribune, { email, name: "Nadia Co-author", password: "a quiet long phrase" }, fr);
    await nadia.goto(link);
    await nadia.getByRole("button", { name: fr("invitation.accept") }).click();
    await expect(nadia.getByText(fr("coAuthors.joined"))).toBeVisible();
    await expect(nadia.getByRole("heading", { level: 1, name: title })).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(nadia);
    await nadia.getByRole("link", { name: fr("coAuthors.draft.write") }).click();
    await textOf(nadia, fr).fill("Written by the second hand.");
    await nadia.getByRole("button", { name: fr("draft.save"), exact: true }).click();
    await expect(nadia.getByText(fr("draft.saved"), { exact: true })).toBeVisible();

    // What both saved is shown side by side before one takes the place of the other.
    await author.goto(edit);
    await nadia.goto(edit);
    await textOf(nadia, fr).fill("Written by the second hand.\n\nAnd more.");
    await nadia.getByRole("button", { name: fr("draft.save"), exact: true }).click();
    await expect(nadia.getByText(fr("draft.saved"), { exact: true })).toBeVisible();
    if (javaScriptEnabled) {
      // Who has the draft open sees it, and what stood there is named before it is written over.
      await expect(textOf(author)).toContainText("And more.");
      await author.getByRole("link", { name: t("draftHistory.title") }).click();
      await author.getByLabel(t("draftHistory.name")).fill("Before the first hand");
      await author.getByRole("button", { name: t("draftHistory.keep") }).click();
      await author.goto(edit);
      await textOf(author).fill("Written by the first hand.");
      await expect(textOf(nadia, fr)).toContainText("Written by the first hand.");
      await author.getByRole("button", { name: t("draft.save"), exact: true }).click();
      await expect(author.getByText(t("draft.saved"), { exact: true })).toBeVisible();
    } else {
      await textOf(author).fill("Written by the first hand.");
      await author.getByRole("button", { name: t("draft.save"), exact: true }).click();
      const other = author.getByRole("region", { name: t("draftHistory.other.title") });
      await expect(other).toContainText("Nadia Co-author");
      await expect(other).toContainText("And more.");
      await author.getByRole("button", { name: t("draft.save"), exact: true }).click();
      await expect(author.getByText(t("draft.saved"), { exact: true })).toBeVisible();
    }
    await author.getByRole("link", { name: t("draftHistory.title") }).click();
    await author
      .getByRole("link", {
        name: javaScriptEnabled ? "Before the first hand" : t("draftHistory.reason.another-writer"),
      })
      .first()
      .click();
    await expect(author.getByRole("region", { name: t("draftHistory.compared") })).toContainText("And more.");
    if (javaScriptEnabled) await expectAccessible(author);
    await author.getByRole("button", { name: t("draftHistory.restore") }).click();
    await expect(author.getByText(t("draftHistory.restored"))).toBeVisible();

    // A secret link shows it to whoever has it, and then no more.
    await author.goto(edit.replace(/\/edit$/, "/co-authors"));
    await author.getByRole("button", { name: t("coAuthors.share") }).click();
    const secret = await author.getByLabel(/^Link of /).inputValue();
    const stranger = await visitor({ locale, javaScriptEnabled });
    await stranger.goto(new URL(secret).pathname);
    await expect(stranger.getByText("Written by the second hand.")).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(stranger);
    await author.getByRole("button", { name: t("coAuthors.share.revoke") }).click();
    await expect(author.getByText(t("coAuthors.revoked"))).toBeVisible();
    await stranger.reload();
    await expect(stranger.getByRole("heading", { name: fr("coAuthors.link.gone.title") })).toBeVisible();

    // The last author cannot leave, then hands over and can; for them the draft is gone.
    const leave = author.getByRole("button", { name: t("coAuthors.leave") });
    await leave.click();
    await expect(author.getByRole("alert")).toContainText(t("coAuthors.lastAuthor"));
    await author.getByLabel(`${t("coAuthors.role")}, Nadia Co-author`).selectOption("author");
    await author.getByRole("button", { name: `${t("coAuthors.role.change")} (Nadia Co-author)` }).click();
    await expect(author.getByText(t("coAuthors.role.changed"))).toBeVisible();
    await leave.click();
    await expect(author.getByText(t("coAuthors.left"))).toBeVisible();
    await expect(author.getByRole("link", { name: title })).toHaveCount(0);
    expect((await author.goto(edit))?.status()).toBe(404);
  });
