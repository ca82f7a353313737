import { translator } from "#app/languages/translate.ts";
import { join, logIn, sample } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const t = translator("en");

test("a reply rings the bell, and once it was opened the bell is silent", async ({ tribune, visitor }) => {
  test.setTimeout(300_000);
  const author = await visitor({});
  const reader = await visitor({ javaScriptEnabled: false });
  await logIn(author, sample("Owen"));
  const ada = { name: "Ada Told", email: "ada@told.example", password: "a quiet long phrase" };
  await join(reader, tribune, ada, t);
  const discussion = "/letters/pour-un-cloud-de-confiance-verifiable/discussion";
  await reader.goto(discussion);
  await reader.getByRole("textbox", { name: t("comment.body") }).fill("One rule is enough.");
  await reader.getByRole("button", { name: t("comment.post") }).click();
  await expect(reader.getByText("One rule is enough.")).toBeVisible();
  await expect(reader.getByRole("link", { name: t("notices.bell.none") })).toBeVisible();

  await reader.goto("/notices");
  await expect(reader.getByText(t("notices.empty"))).toBeVisible();

  await author.goto(discussion);
  const comment = author.locator("article, li").filter({ hasText: "One rule is enough." }).last();
  await comment
    .getByRole("link", { name: t("comment.reply") })
    .first()
    .click();
  await author
    .getByRole("textbox", { name: t("comment.reply.body") })
    .last()
    .fill("Which one?");
  await author
    .getByRole("button", { name: t("comment.reply.post") })
    .last()
    .click();
  await expect(author.getByText("Which one?").first()).toBeVisible();

  await reader.reload();
  await reader.getByRole("link", { name: t("notices.bell", { count: 1, number: "1" }) }).click();
  await expectAccessible(author);
  await reader.getByRole("button", { name: /Owen/ }).click();
  await expect(reader).toHaveURL(/\/discussion\/\d+#comment-\d+$/);
  await expect(reader.getByText("Which one?").first()).toBeVisible();
  await expect(reader.getByRole("link", { name: t("notices.bell.none") })).toBeVisible();
});
