import { translator } from "#app/languages/translate.ts";
import { logIn, reads, sample } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

/** Whoever is logged in reads their account's language, whatever the browser says: Inès reads French. */
const own = translator("fr");
const letter = "/letters/pour-un-cloud-de-confiance-verifiable";

// Refused forms answer with 4xx, which browsers write down.
test.use({ allowedConsole: [/status of 4\d\d/] });

for (const [way, javaScriptEnabled] of [
  ["with JavaScript", true],
  ["without JavaScript", false],
] as const) {
  const { locale, t } = reads(javaScriptEnabled ? "fr" : "en");
  test(`signing is closed, a stranger sees it, and it is opened again (${way})`, async ({ visitor }) => {
    const inès = sample("Inès");
    const administrator = await visitor({ locale, javaScriptEnabled });
    const stranger = await visitor({ locale, javaScriptEnabled });
    const signButton = stranger.getByRole("button", { name: t("sign.button"), exact: true });
    const press = (name: string) => administrator.getByRole("button", { name, exact: true }).click();
    await logIn(administrator, inès, t);
    await administrator.getByRole("link", { name: own("administration.title"), exact: true }).click();
    await administrator
      .getByRole("link", { name: own("administration.settings.title"), exact: true })
      .click();
    await administrator.getByLabel(own("administration.signing.fr")).fill("Pause jusqu’à midi.");
    await administrator.getByLabel(own("administration.signing.en")).fill("A pause until noon.");
    await press(own("administration.signing.doClose"));
    await expect(administrator.getByRole("alert")).toContainText(own("administration.password.missing"));
    if (javaScriptEnabled) await expectAccessible(administrator);
    await expect(administrator.getByLabel(own("administration.signing.en"))).toHaveValue(
      "A pause until noon.",
    );
    await administrator.locator("#close-signing-currentPassword").fill(inès.password);
    await press(own("administration.signing.doClose"));
    await expect(administrator.getByRole("status")).toContainText(own("administration.settings.changed"));

    const said = javaScriptEnabled ? "Pause jusqu’à midi." : "A pause until noon.";
    await expect(async () => {
      await stranger.goto(letter);
      await expect(stranger.getByText(said)).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(signButton).toHaveCount(0);
    if (javaScriptEnabled) await expectAccessible(stranger);

    await press(own("administration.signing.doOpen"));
    await expect(administrator.getByText(own("administration.signing.open"))).toBeVisible();
    await expect(async () => {
      await stranger.goto(letter);
      await expect(signButton).toBeVisible({ timeout: 500 });
    }).toPass();
    await administrator.getByRole("link", { name: own("administration.audit.title"), exact: true }).click();
    await expect(administrator.getByText(own("administration.act.signing-opened")).last()).toBeVisible();
  });
}

test("a job that failed is seen, tried again, and one is dropped", async ({ page, tribune }) => {
  const sql = tribune.sql();
  // Nothing knows these tasks, so no worker takes them while one looks.
  const failed = await sql<{ id: number }[]>`
    select (graphile_worker.add_job(task)).id::int as id from unnest(array['no-such-task', 'nor-this-one']) task`;
  const [retried = 0, dropped = 0] = failed.map(({ id }) => id);
  await sql`select graphile_worker.permanently_fail_jobs(array[${retried}, ${dropped}]::bigint[], 'It broke.')`;
  await logIn(page, sample("Inès"));
  await page.goto("/administration");
  await expect(page.getByText(own("administration.health.jobs.trouble"))).toBeVisible();
  await page.goto("/administration/jobs");
  await expect(page.getByText("It broke.").first()).toBeVisible();
  await page
    .getByRole("button", { name: own("administration.jobs.retry", { id: retried }), exact: true })
    .click();
  await expect(page.getByRole("status")).toContainText(own("administration.jobs.retried"));
  const again = await sql`select attempts from graphile_worker.jobs where id = ${retried}`;
  expect(again[0]?.attempts).toBe(0);
  const drop = page.getByRole("button", {
    name: own("administration.jobs.drop", { id: dropped }),
    exact: true,
  });
  await page.getByLabel(own("administration.password")).fill(sample("Inès").password);
  await drop.click();
  await expect(page.getByRole("status")).toContainText(own("administration.jobs.dropped"));
  await expect(drop).toHaveCount(0);
  await sql`select graphile_worker.complete_jobs(array[${retried}]::bigint[])`;
});
