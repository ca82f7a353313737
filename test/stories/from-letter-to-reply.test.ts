import type { Page } from "@playwright/test";
import { languages } from "#app/languages/language.ts";
import type { Translate } from "#app/languages/translate.ts";
import { join, logIn, reads, sample, textOf, waitToSign } from "./people.ts";
import { expect, test } from "./tribune.ts";

const typed = {
  en: {
    title: "Publish the test reports behind every trusted cloud",
    summary: "A label nobody can check is a slogan.",
    first: "A qualification is worth what its tests are worth.",
    second: "We ask for the reports",
    comment: "The annex on **access from abroad** answers half of this.",
    reply: "Which half? Please name the paragraph.",
  },
  fr: {
    title: "Publier les rapports d’essai de chaque cloud de confiance : une demande",
    summary: "Un label que personne ne peut vérifier est un slogan.",
    first: "Une qualification vaut ce que valent ses essais ; montrez-les !",
    second: "Nous demandons les rapports",
    comment: "L’annexe sur les **accès depuis l’étranger** répond à moitié.",
    reply: "Quelle moitié ? Citez le paragraphe.",
  },
};

/** The story's words with the spaces that French typography asks for, as any space. */
const asShown = (words: string) =>
  new RegExp(words.replace(/[.?*+^$()[\]{}|\\]/g, "\\$&").replace(/[ \u00a0\u202f]/g, "\\s"));

async function writeText(
  page: Page,
  t: Translate,
  script: boolean,
  words: { first: string; second: string },
) {
  const text = textOf(page, t);
  if (!script) {
    await text.fill(`${words.first}\n\n## ${words.second}\n\n- 2024\n- 2025`);
    return;
  }
  await expect(page.getByRole("toolbar", { name: t("editor.tools") })).toBeVisible();
  await text.click();
  await page.keyboard.type(words.first);
  await page.keyboard.press("Enter");
  await page.getByLabel(t("editor.heading")).selectOption("2");
  await page.keyboard.type(words.second);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: t("editor.bullet") }).click();
  await page.keyboard.type("2024");
  await page.keyboard.press("Enter");
  await page.keyboard.type("2025");
}

for (const language of languages)
  for (const script of [true, false]) {
    const way = `${language}, JavaScript ${script ? "on" : "off"}`;
    test(`a letter is written, published, signed, confirmed, discussed and answered (${way})`, async ({
      tribune,
      visitor,
    }) => {
      const { locale, t } = reads(language);
      const words = typed[language];
      const author = sample(language === "fr" ? "Camille" : "Owen");
      const title = `${words.title} ${script ? "1" : "2"}`;
      const someone = () => visitor({ locale, javaScriptEnabled: script });

      const writer = await someone();
      await logIn(writer, author, t);
      await writer.getByRole("link", { name: t("page.write"), exact: true }).click();
      await writer.getByLabel(t("draft.title")).fill(title);
      await writeText(writer, t, script, words);
      await writer.getByLabel(t("draft.addressees")).fill("Premier ministre\nANSSI");
      await writer.getByLabel(t("draft.summary")).fill(words.summary);
      await writer.getByLabel(t("draft.authorName")).fill("Collectif des essais");
      await writer.getByRole("radio", { name: t("draft.authorKind.organisation") }).check();
      await writer.getByRole("button", { name: t("draft.save") }).click();
      await writer.waitForURL(/\/edit/);
      const slug = new URL(writer.url()).pathname.split("/")[2] ?? "";

      const stranger = await someone();
      expect((await stranger.goto(`/letters/${slug}`))?.status(), "a draft is nobody else's").toBe(404);

      await writer.getByRole("button", { name: t("draft.preview") }).click();
      await expect(writer.getByRole("heading", { level: 2, name: words.second })).toBeVisible();
      await writer.getByRole("button", { name: t("publish.button") }).click();
      await expect(writer.getByText(t("letter.published.notice"))).toBeVisible();

      const signer = await someone();
      await signer.goto(`/letters/${slug}`);
      await expect(signer.getByRole("heading", { level: 1, name: asShown(title) })).toBeVisible();
      await expect(signer.getByText(asShown(words.first))).toBeVisible();
      await expect(signer.getByRole("listitem").filter({ hasText: /^2025$/ })).toBeVisible();
      await expect(signer.getByText("Collectif des essais").first()).toBeVisible();
      const seal = (await signer.locator(".version-seal .version-hash").textContent()) ?? "";
      expect(seal).toMatch(/^SHA-256 [0-9a-f]{64}$/);
      await expect(signer.getByText(t("letter.signatories.none"))).toBeVisible();
      const email = `signer-${language}-${script}@example.org`;
      await signer.getByLabel(t("sign.name"), { exact: true }).fill("Maël Le Guen");
      await signer.getByLabel(t("sign.email")).fill(email);
      await signer.getByLabel(t("sign.organisation")).fill("Université de Rennes");
      await signer.getByLabel(t("sign.showName")).check();
      await signer.getByRole("button", { name: t("sign.button"), exact: true }).click();
      if (!script) await waitToSign(signer, t);
      await expect(signer.getByRole("heading", { level: 1, name: t("sign.mailed.title") })).toBeVisible();

      const mail = await tribune.mailbox.waitFor(email);
      expect(mail.subject).toMatch(asShown(title));
      const link = tribune.mailbox.linkIn(mail, /^\/signatures\//);
      await signer.goto(link);
      await expect(
        signer.getByRole("heading", { level: 1, name: t("signature.pending.title") }),
      ).toBeVisible();
      await stranger.goto(`/letters/${slug}`);
      await expect(stranger.getByText(t("letter.signatories.none")), "a GET confirms nothing").toBeVisible();
      await signer.getByRole("button", { name: t("signature.confirm") }).click();
      await expect(
        signer.getByRole("heading", { level: 1, name: t("signature.confirmed.title") }),
      ).toBeVisible();
      await expect(signer.getByText(t("signature.confirmed.text", { count: 1, number: "1" }))).toBeVisible();
      await expect(signer.getByText(seal)).toBeVisible();
      await expect(async () => {
        await stranger.reload();
        await expect(stranger.locator(".letter-signatories").getByText("Maël Le Guen")).toBeVisible({
          timeout: 200,
        });
        await expect(stranger.locator(".letter-aside .count")).toHaveText(/^\s*1\s+signature\s*$/, {
          timeout: 200,
        });
      }).toPass({ timeout: 5_000 });

      const speaker = await someone();
      const name = "Ariane Dubreuil-Nakamura";
      await join(
        speaker,
        tribune,
        { name, email: `ariane-${language}-${script}@example.org`, password: "une phrase assez longue" },
        t,
      );
      await speaker.goto(`/letters/${slug}/discussion`);
      await expect(speaker.getByText(t("discussion.empty"))).toBeVisible();
      await speaker.getByRole("textbox", { name: t("comment.body") }).fill(words.comment);
      await speaker
        .getByRole("radio", { name: t("comment.stance.support") })
        .first()
        .check();
      await speaker.getByRole("button", { name: t("comment.post") }).click();
      await speaker.waitForURL(/\/discussion\/\d+#comment-\d+$/);
      await expect(speaker.locator(".comment-highlighted strong")).toBeVisible();

      await writer.goto(`/letters/${slug}/discussion`);
      const comment = writer.getByRole("article", { name: t("comment.by", { name }) });
      await comment.getByText(t("comment.reply"), { exact: true }).click();
      // With a script below the comment, without one on the comment's own page.
      const replying = writer.locator("form", { has: writer.getByLabel(t("comment.reply.body")) });
      await replying.getByLabel(t("comment.reply.body")).fill(words.reply);
      await replying.getByRole("radio", { name: t("comment.stance.oppose") }).check();
      await replying.getByRole("button", { name: t("comment.reply.post") }).click();
      await writer.waitForURL(/\/discussion\/\d+#comment-\d+$/);

      await stranger.goto(`/letters/${slug}/discussion`);
      const answer = stranger.getByRole("article", { name: t("comment.by", { name: author.name }) });
      await expect(answer.getByText(asShown(words.reply))).toBeVisible();
      await expect(answer.getByText(t("comment.stance.oppose"), { exact: true })).toBeVisible();
      await expect(answer.getByText(t("comment.answers", { name }))).toBeVisible();
      await expect(
        stranger.getByText(t("letter.comments", { count: 2, number: "2" }), { exact: true }),
      ).toBeVisible();
    });
  }
