import { translator } from "#app/languages/translate.ts";
import { join } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const t = translator("en");
// A refused form answers with 4xx, which browsers write down.
test.use({ locale: "en-GB", allowedConsole: [/status of 4\d\d/] });

test("a token is made with the password, writes a draft, is revoked and writes no more", async ({
  page,
  tribune,
}) => {
  const person = { name: "Tess Token", email: "tess@example.org", password: "a quiet long phrase" };
  await join(page, tribune, person);
  await page.goto("/settings");
  await page.getByRole("link", { name: t("tokens.open") }).click();
  await expectAccessible(page);
  const make = () => page.getByRole("button", { name: t("tokens.make.button") }).click();
  await page.getByLabel(t("tokens.name"), { exact: true }).fill("Newsletter");
  await make();
  await expect(page.getByRole("alert")).toContainText(t("tokens.scopes.missing"));
  await expectAccessible(page);
  await page.getByLabel(t("tokens.scope.drafts:write")).check();
  await make();
  await expect(page.getByRole("alert")).toContainText(t("administration.password.missing"));
  await expect(page.getByLabel(t("tokens.scope.drafts:write"))).toBeChecked();
  await page.getByLabel(t("administration.password"), { exact: true }).fill(person.password);
  await make();
  const token = await page.locator("[data-token]").innerText();
  expect(token).toMatch(/^tribune_/);

  const { origin } = new URL(page.url());
  const write = () =>
    fetch(`${origin}/api/v1/drafts`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ title: "From the newsletter", text: "Words of a *program*." }),
    });
  const answer = await write();
  expect(answer.status).toBe(201);
  const { url } = (await answer.json()) as { url: string };
  await page.goto(new URL(url).pathname);
  await expect(page.getByText("Words of a program.")).toBeVisible();

  await page.goto("/settings/tokens");
  await expect(page.locator("[data-token]")).toHaveCount(0);
  await page.getByRole("button", { name: t("tokens.revoke.named", { name: "Newsletter" }) }).click();
  await expect(page.getByRole("status").first()).toContainText(t("tokens.revoked"));
  expect((await write()).status).toBe(401);
});
