import type { Page } from "@playwright/test";
import { translator } from "#app/languages/translate.ts";
import { join, logIn, sample } from "./people.ts";
import { expect, expectAccessible, test, type Tribune } from "./tribune.ts";

const fr = translator("fr");
const en = translator("en");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

/** A text of two rules, in two revisions; the second is dated after every day of this story. */
async function makeText({ sql }: Tribune, slug: string): Promise<void> {
  await sql().begin(async (tx) => {
    const [text] = await tx<{ id: number }[]>`
      insert into doctrine_texts (slug, title, language) values (${slug}, 'Règles du nuage', 'fr') returning id`;
    const provisions = await tx<{ id: number; slug: string }[]>`
      insert into provisions (text_id, slug) values (${text?.id ?? 0}, '1'), (${text?.id ?? 0}, '2') returning id, slug`;
    for (const [dated, change, end] of [
      ["2023-05-14", "new", "."],
      ["2099-05-14", "changed", ", et on le prouve."],
    ] as const) {
      const [revision] = await tx<{ id: number }[]>`
        insert into revisions (text_id, dated, title, sha256, provision_count)
        values (${text?.id ?? 0}, ${dated}, 'Règles du nuage', ${"0".repeat(63) + change.length.toString(16)}, 2) returning id`;
      for (const provision of provisions)
        await tx`
          insert into provision_states (revision_id, provision_id, position, depth, kind, number, body, slug, change)
          values (${revision?.id ?? 0}, ${provision.id}, ${Number(provision.slug)}, 0, 'rule', ${provision.slug},
            ${`On peut partir à tout moment${end}`}, ${provision.slug}, ${change})`;
    }
  });
}

for (const javaScriptEnabled of [true, false])
  test(`officials answer, in a window, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    tribune,
    visitor,
  }) => {
    test.setTimeout(600_000);
    const slug = `regles-du-nuage-${javaScriptEnabled ? "a" : "b"}`;
    await makeText(tribune, slug);
    const text = `/doctrine/${slug}`;
    const accessible = async (page: Page) => void (javaScriptEnabled && (await expectAccessible(page)));

    // An administrator says who answers; everybody may read it.
    const admin = await visitor({ javaScriptEnabled });
    await logIn(admin, sample("Inès"), en);
    await admin.goto(`${text}/officials`);
    await admin.getByLabel(fr("officials.organisation.label")).fill("Personne de connu");
    await button(admin, fr("officials.mark")).first().click();
    await expect(admin.getByRole("alert")).toContainText(fr("officials.organisation.unknown"));
    await expect(admin.getByLabel(fr("officials.organisation.label"))).toHaveValue("Personne de connu");
    await admin.getByLabel(fr("officials.organisation.label")).fill("hexanuage");
    await button(admin, fr("officials.mark")).first().click();
    await expect(admin.getByText(fr("officials.marked"))).toBeVisible();
    await accessible(admin);
    const reader = await visitor({ locale: "en-GB", javaScriptEnabled });
    await reader.goto(`${text}/officials`);
    await expect(reader.getByRole("link", { name: "Hexanuage SAS" })).toBeVisible();
    await expect(reader.getByRole("textbox")).toHaveCount(0);
    await reader.goto("/moderation/log");
    await expect(
      reader.getByText(en("publicLog.official-marked", { who: "Hexanuage SAS" })).first(),
    ).toBeVisible();

    // Its owner opens a consultation.
    const official = await visitor({ javaScriptEnabled });
    await logIn(official, sample("Camille"), en);
    await official.goto(text);
    await official.getByRole("link", { name: fr("consultations.title"), exact: true }).click();
    await official.getByLabel(fr("consultation.title"), { exact: true }).fill("Sur le projet");
    await button(official, fr("consultation.open.button")).click();
    await expect(official.getByRole("alert")).toContainText(fr("consultation.moment.wrong"));
    await expect(official.getByLabel(fr("consultation.title"), { exact: true })).toHaveValue("Sur le projet");
    await accessible(official);
    await official.getByLabel(fr("consultation.closes")).fill("2099-03-01T18:00");
    await button(official, fr("consultation.open.button")).click();
    await expect(heading(official, "Sur le projet")).toBeVisible();
    const consultation = new URL(official.url()).pathname;

    // Somebody comments while it is open.
    const name = `Rosa Reader ${javaScriptEnabled ? "One" : "Two"}`;
    await join(reader, tribune, { name, email: `${slug}@example.org`, password: "a phrase of my own" }, en);
    await reader.goto(`${text}/1`);
    await expect(
      reader.getByText(/Consultation open: comments are taken until 1 March 2099 at 18:00/),
    ).toBeVisible();
    await expect(reader.getByRole("link", { name: en("disposition.make") })).toHaveCount(0);
    await reader.goto(`${text}/1/discussion`);
    await reader.getByRole("textbox", { name: en("comment.body") }).fill("Who pays for leaving?");
    await reader
      .getByRole("radio", { name: en("comment.stance.support") })
      .first()
      .check();
    await button(reader, en("comment.post")).click();
    await reader.waitForURL(/#comment-\d+$/);
    await expect(reader.getByRole("checkbox", { name: en("answer.officially") })).toHaveCount(0);

    // The official sees what waits, answers officially and gives the rule its disposition.
    await official.goto(text);
    await official.getByRole("link", { name: fr("unanswered.title") }).click();
    await expect(official.getByText("Who pays for leaving?")).toBeVisible();
    await accessible(official);
    await official.getByRole("link", { name: fr("unanswered.answer") }).click();
    await official.getByLabel(fr("comment.reply.body")).fill("L’exploitant, et la règle 2 le dit.");
    await official.getByRole("checkbox", { name: fr("answer.officially") }).check();
    await accessible(official);
    await button(official, fr("comment.reply.post")).click();
    const badge = fr("answer.badge.of", { name: "Hexanuage SAS" });
    await expect(official.getByRole("link", { name: badge })).toBeVisible();
    await accessible(official);
    await official.goto(`${text}/unanswered`);
    await expect(official.getByText(fr("unanswered.comments.none"))).toBeVisible();
    await official.getByRole("link", { name: fr("disposition.make") }).click();
    await official.getByLabel(fr("disposition.reasons")).fill("Le coût du départ sera écrit.");
    await button(official, fr("disposition.post")).click();
    await expect(official.getByRole("alert")).toContainText(fr("disposition.decision.missing"));
    await expect(official.getByLabel(fr("disposition.reasons"))).toHaveValue("Le coût du départ sera écrit.");
    await accessible(official);
    await official.getByRole("radio", { name: fr("doctrine.provision.decision.partly-accepted") }).check();
    await button(official, fr("disposition.post")).click();
    await official.waitForURL(/#disposition$/);
    await expect(official.getByText("Le coût du départ sera écrit.")).toBeVisible();
    await expect(official.locator(".disposition").getByRole("link", { name: badge })).toBeVisible();
    await accessible(official);
    await official.goto(`${text}/unanswered`);
    await expect(official.getByText(fr("unanswered.provisions.none"))).toBeVisible();

    // The window closes while somebody writes: what they wrote is not lost.
    await reader.goto(`${text}/2/discussion`);
    await reader.getByRole("textbox", { name: en("comment.body") }).fill("Written too late.");
    await official.goto(consultation);
    await official.getByText(fr("consultation.close")).click();
    await button(official, fr("consultation.close.button")).click();
    await expect(official.getByText(fr("consultation.state.over"), { exact: true })).toBeVisible();
    await button(reader, en("comment.post")).click();
    await expect(reader.getByRole("alert")).toContainText(/closed since .*Nothing was posted/);
    await expect(reader.getByRole("textbox", { name: en("comment.body") })).toHaveValue("Written too late.");
    await accessible(reader);
    await reader.goto(`${text}/1/discussion`);
    await expect(reader.getByRole("textbox")).toHaveCount(0);
    await expect(reader.getByText(/Comments on this text have been closed since/)).toBeVisible();
    await official.goto(`${text}/1/discussion`);
    await expect(official.getByRole("textbox").first(), "officials answer at any time").toBeVisible();

    // What came of it, for everybody.
    const stranger = await visitor({ locale: "en-GB", javaScriptEnabled });
    await stranger.goto(`${text}/consultations`);
    await stranger.getByRole("link", { name: "Sur le projet" }).click();
    await expect(stranger.getByText(/1 account commented: 0 organisations, 1 person/)).toBeVisible();
    await stranger.getByText(en("summary.stances.table")).click();
    await expect(stranger.getByRole("row", { name: /Règle 1 1 0 0/ })).toBeVisible();
    await expect(stranger.getByText(/2 changed/)).toBeVisible();
    await expect(stranger.getByText("Partly accepted")).toBeVisible();
    await accessible(stranger);
    await stranger
      .getByRole("link", {
        name: en("summary.followed.compare", { day: "14 May 2099", before: "14 May 2023" }),
      })
      .click();
    await expect(stranger.locator("ins", { hasText: "et on le prouve" }).first()).toBeAttached();
    const csv = await stranger.request.get(`${consultation}.csv`);
    expect(csv.headers()["content-type"]).toContain("text/csv");
    expect(await csv.text()).toMatch(new RegExp(`${name},,,support,Who pays for leaving\\?`));
    const json = (await (await stranger.request.get(`${consultation}.json`)).json()) as {
      comments: { official_of: string }[];
      dispositions: unknown[];
    };
    expect(json.comments.map((comment) => comment.official_of)).toEqual(["", "Hexanuage SAS"]);
    expect(json.dispositions).toHaveLength(1);
    expect(JSON.stringify(json)).not.toContain("@example.org");
  });
