import type { Page } from "@playwright/test";
import { translator } from "#app/languages/translate.ts";
import { logIn, publish, sample, sign } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const t = translator("en");
const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

for (const plain of [false, true])
  test(`a letter is handed over, answered, closed, archived and reopened, and who asked for it hears (${plain ? "without" : "with"} JavaScript)`, async ({
    tribune,
    visitor,
  }) => {
    test.setTimeout(300_000);
    const options = { javaScriptEnabled: !plain };
    const author = await visitor(options);
    const reader = await visitor(options);
    await logIn(author, sample("Owen"));
    const letter = await publish(author, `A sequel ${plain ? "in plain" : "in full"}`, "We ask.", { plain });
    const [asks, quiet] = ["asks", "quiet"].map(
      (name) => `${name}-${plain ? "plain" : "rich"}@sequel.example`,
    );
    if (!asks || !quiet) throw new Error("no addresses");
    await sign(reader, tribune, letter, { name: "Ada Asks", email: asks }, { plain, informed: true });
    await sign(reader, tribune, letter, { name: "Quentin Quiet", email: quiet }, { plain });
    const before = tribune.mailbox.messages.length;
    const manage = async (name: string) => {
      await author.goto(letter);
      await link(author, t("manage.link")).click();
      await link(author, name).click();
    };

    await manage(t("update.new"));
    await author.getByLabel(t("update.title"), { exact: true }).fill("We were received");
    await button(author, t("update.button")).click();
    await expect(author.getByRole("alert")).toBeFocused();
    await expect(author.getByLabel(t("update.title"), { exact: true })).toHaveValue("We were received");
    if (!plain) await expectAccessible(author);
    await author.getByLabel(t("update.body"), { exact: true }).fill("By *two* advisers, for an hour.");
    await button(author, t("update.button")).click();
    await expect(author.getByText(t("update.published"))).toBeVisible();
    await expect(author.locator(".record-text em")).toHaveText("two");
    const mail = await tribune.mailbox.waitFor(asks, { after: before, subject: /^We were received/ });
    expect(mail.text).toContain("> By *two* advisers");
    await reader.goto(tribune.mailbox.linkIn(mail, /\/updates\/\d+$/));
    await expect(heading(reader, "We were received")).toBeVisible();
    await reader.goto(letter);
    await expect(reader.getByRole("region", { name: t("outcome.label") })).toContainText("We were received");

    await manage(t("delivery.new"));
    await expect(author.getByLabel(t("delivery.addressee"))).toHaveValue("The minister");
    await button(author, t("delivery.button")).click();
    await expect(author.getByText(t("delivery.recorded"))).toBeVisible();
    await expect(author.locator(".deliveries .count")).toHaveText("2 signatures");

    await manage(t("reply.new"));
    await author.getByLabel(t("reply.name")).fill("Iris Minister");
    await author.getByLabel(t("reply.body")).fill("Dear authors,\n\nwe shall see.");
    await author.getByLabel(t("reply.address.label")).fill("javascript:alert(1)");
    await button(author, t("reply.button")).click();
    await expect(author.getByRole("alert")).toContainText(t("reply.address.wrong"));
    await author.getByLabel(t("reply.address.label")).fill("ministry.example/reply");
    await button(author, t("reply.button")).click();
    await expect(author.getByText(t("reply.recorded"))).toBeVisible();
    if (!plain) await expectAccessible(author);
    const answer = await tribune.mailbox.waitFor(asks, { after: before, subject: /replies/ });
    await reader.goto(tribune.mailbox.linkIn(answer, /\/replies\/\d+$/));
    await expect(reader.getByText("we shall see.")).toBeVisible();
    await expect(reader.getByText(t("reply.recorded.author", { author: "Owen Tregarth" }))).toBeVisible();
    await expect(link(reader, "https://ministry.example/reply")).toBeVisible();
    // By the mail's other link no more of them come.
    await reader.goto(tribune.mailbox.linkIn(answer, /\/signatures\//));
    await button(reader, t("informed.stop")).click();
    await expect(reader.getByText(t("informed.no"))).toBeVisible();

    await manage(t("close.title"));
    await button(author, t("close.button")).click();
    await manage(t("archive.title"));
    await button(author, t("archive.button")).click();
    await expect(author.getByText(t("letter.archived.text"))).toBeVisible();
    await reader.goto(`${letter}/discussion`);
    await expect(reader.getByText(t("discussion.archived"))).toBeVisible();
    await manage(t("unarchive.title"));
    await button(author, t("unarchive.button")).click();
    await manage(t("reopen.title"));
    await author.getByLabel(t("reopen.reason")).fill("Many asked to sign after the reply.");
    await button(author, t("reopen.button")).click();
    await reader.goto(letter);
    await expect(link(reader, t("letter.sign"))).toBeVisible();

    await manage(t("update.new"));
    await author.getByLabel(t("update.title"), { exact: true }).fill("Open again");
    await author.getByLabel(t("update.body"), { exact: true }).fill("Until spring.");
    await button(author, t("update.button")).click();
    await expect(author.getByText(t("update.published"))).toBeVisible();
    await reader.goto(`${letter}/history`);
    const history = reader.locator(".history > li");
    await expect(history).toHaveCount(9);
    await expect(history.filter({ hasText: "Many asked to sign" })).toHaveCount(1);
    if (!plain) await expectAccessible(reader);
    // Whoever did not ask, or has stopped, gets nothing: the round is over, and these are the mails of it.
    const name = letter.replace("/letters/", "");
    const done = async () => {
      const [row] = await tribune.sql()<{ done: boolean }[]>`
        select bool_and(done_at is not null) as done from letter_mails m join letters l on l.id = m.letter_id
        where l.slug = ${name}`;
      return row?.done;
    };
    await expect.poll(done, { timeout: 30_000 }).toBe(true);
    const told = await tribune.sql()<{ address: string; mails: number }[]>`
      select to_address as address, count(*)::int as mails from mails
      where to_address in (${asks}, ${quiet}) and kind in ('letter-update', 'letter-reply') group by to_address`;
    expect([...told]).toEqual([{ address: asks, mails: 2 }]);
  });
