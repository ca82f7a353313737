import type { Page } from "@playwright/test";
import { translator } from "#app/languages/translate.ts";
import { beginDraft, join, logIn, sample, textOf } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const slug = "pour-un-cloud-de-confiance-verifiable";
/** The letter whose sample content tells what became of it. */
const told = "marches-publics-du-numerique-publier-les-contrats";
/** One that can be read in French too. */
const translated = "research-data-and-european-cloud-certification";
const en = translator("en");
const fr = translator("fr");

const doctrine = "/doctrine/informatique-en-nuage-de-l-etat";

/** Every page that anybody can open, with what its address needs. */
const publicPages = [
  "/",
  "/letters",
  "/letters?sort=closing-soon",
  `/letters/${slug}`,
  "/letters/marches-publics-du-numerique-publier-les-contrats",
  `/letters/${slug}/sign`,
  `/letters/${slug}/sign?mailed`,
  `/letters/${slug}/signatures`,
  `/letters/${slug}/signatures?search=nobody-of-that-name`,
  `/letters/${slug}/signatures?kind=organisation&level=domain`,
  `/letters/${slug}/discussion`,
  `/letters/${slug}/discussion?sort=contested&stance=oppose`,
  "/search",
  "/search?search=cloud",
  "/search?search=cloud&since=2020-01-01&until=2099-01-01",
  "/search?search=nothing-of-that-name",
  `/letters/${told}/updates`,
  `/letters/${told}/updates/3`,
  `/letters/${told}/delivery`,
  `/letters/${told}/replies`,
  `/letters/${told}/replies/1`,
  `/letters/${told}/history`,
  `/letters/${slug}/versions`,
  `/letters/${slug}/versions/1`,
  `/letters/${slug}/press`,
  `/letters/${slug}/share`,
  `/letters/${slug}/share?instance=none`,
  `/letters/${translated}`,
  `/letters/${translated}?in=fr`,
  `/letters/${translated}/sign?in=fr`,
  `/letters/${translated}/versions`,
  `/letters/${translated}/versions/1?in=fr`,
  "/doctrine",
  doctrine,
  `${doctrine}?revision=2025-07-05`,
  `${doctrine}?search=nuage`,
  `${doctrine}/9`,
  `${doctrine}/11`,
  `${doctrine}/9/discussion`,
  `${doctrine}/compare`,
  `${doctrine}/officials`,
  `${doctrine}/consultations`,
  `${doctrine}/consultations/1`,
  "/organisations",
  "/organisations?search=nothing-of-that-name",
  "/organisations/hexanuage",
  "/invitations/unknown",
  "/co-authors/unknown",
  "/drafts/unknown",
  "/countersign/unknown",
  "/identity/link",
  "/identity/callback?state=unknown&code=unknown",
  "/mandates/unknown",
  "/login",
  "/login?after=out",
  "/join",
  "/join?mailed",
  "/forgotten-password",
  "/privacy",
  "/my-data",
  "/my-data?mailed",
  "/my-data/unknown",
  "/moderation/log",
  "/moderation/log?event=comment-hidden&reason=harassment",
  "/moderation/reasons",
  "/moderation/hidden?letter=unknown",
  `/moderation/report?letter=${slug}`,
  "/moderation/report?comment=1",
  "/moderation/reported",
  "/signatures/unknown",
  "/confirm-address/unknown",
  "/reset-password/unknown",
  "/dev/mail",
  "/no/such/page",
];
const writersPages = [
  "/letters/mine",
  "/letters/new",
  "/letters/import",
  "/letters/reversibilite-ce-que-couterait-un-vrai-depart/edit",
  "/letters/reversibilite-ce-que-couterait-un-vrai-depart/publish",
  "/letters/reversibilite-ce-que-couterait-un-vrai-depart/draft",
  "/letters/reversibilite-ce-que-couterait-un-vrai-depart/co-authors",
  "/letters/reversibilite-ce-que-couterait-un-vrai-depart/draft/history",
  "/letters/reversibilite-ce-que-couterait-un-vrai-depart/draft/comments",
  "/letters/reversibilite-ce-que-couterait-un-vrai-depart/draft/translations",
  "/letters/reversibilite-ce-que-couterait-un-vrai-depart/draft/translations/en",
  `/letters/${slug}/draft/translations`,
  `/letters/${slug}/close`,
  `/letters/${slug}/archive`,
  `/letters/${told}/manage`,
  `/letters/${slug}/webhooks`,
  `/letters/${slug}/webhooks?after=queued`,
  `/letters/${told}/updates`,
  `/letters/${told}/delivery`,
  `/letters/${told}/replies`,
  `/letters/${told}/reopen`,
  `/letters/${told}/archive`,
  `/letters/${slug}/revise`,
  `/letters/${slug}/revise/compare`,
  `/letters/${slug}/signatures/review`,
  `/letters/${slug}/signatures/review/invalidate`,
  `/letters/${slug}/signatures/review/invalidate?state=confirmed`,
  `/letters/${slug}/discussion`,
  `${doctrine}/9/annotate`,
  `${doctrine}/9/annotate?revision=2026-05-31&start=4&end=20`,
  "/organisations/new",
  "/organisations/hexanuage/edit",
  "/organisations/hexanuage/members",
  "/organisations/hexanuage/claims",
  "/letters/research-data-and-european-cloud-certification/sign/organisation",
  `/letters/${slug}/signatures/pins`,
  "/organisations/hexanuage/provider",
  "/organisations/hexanuage/domains",
  "/organisations/hexanuage/address",
  "/images",
  "/settings",
  "/settings/passkeys",
  "/settings/tokens",
  "/settings/sign-ins",
  "/notices",
  "/notices/subscriptions",
  "/notices/unsubscribe/mangled",
];

/** What moderators see, with the cases of the sample content. */
const moderatorsPages = [
  "/moderation",
  "/moderation?list=contested",
  "/moderation?list=decided&kind=letter",
  ...[1, 2, 3, 4, 5, 6, 7].map((id) => `/moderation/cases/${id}`),
];
/** The pages of administrators. */
const consolePages = [
  "",
  "/settings",
  "/moderation",
  "/moderation?words=fr",
  "/jobs",
  "/mails",
  "/accounts",
  "/accounts/1",
  "/organisations",
  "/retention",
  "/audit",
].map((way) => `/administration${way}`);

/** What axe takes for one page at most, in milliseconds, on two cores that are busy with something else. */
const perPage = 40_000;

/** An appearance and a size of window. */
type Looks = { colorScheme: "light" | "dark"; viewport: { width: number; height: number } };

/** Looks at the page as it stands with axe, by all rules unless told which, and for anything too wide. */
async function look(page: Page, path: string, rules?: readonly string[]): Promise<void> {
  if (rules?.length !== 0) await test.step(`axe on ${path}`, () => expectAccessible(page, rules));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, `${path} is wider than its window`).toBeLessThanOrEqual(0);
}

/**
 * Opens each page, waits for the editor where there is one, and looks at it by all rules; then once more in the other
 * appearance and in a window of another size, by the rules whose answer can differ there. Colours are the appearance's in
 * every window, and both are looked at by all rules, one in each language: the second look is at sizes.
 */
async function lookAtEach(
  page: Page,
  paths: string[],
  first: Looks,
  then: Looks & { rules: readonly string[] },
): Promise<void> {
  test.setTimeout(perPage * (paths.length + 1));
  for (const path of paths) {
    await wear(page, first);
    const response = await page.goto(path);
    expect(response?.status() ?? 0, path).toBeLessThan(500);
    expect(await page.title(), path).toMatch(/Tribune/);
    if (/^\/letters\/.*(new|edit|revise|translations\/en)$/.test(path))
      await expect(page.getByRole("toolbar")).toBeVisible();
    await look(page, path);
    await wear(page, then);
    await look(page, path, then.rules);
  }
}

async function wear(page: Page, { colorScheme, viewport }: Looks): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.setViewportSize(viewport);
}

for (const [name, locale, first, then] of [
  [
    "in English, light on a desktop, dark on a wide screen",
    "en-GB",
    { colorScheme: "light", viewport: { width: 1280, height: 720 } },
    { colorScheme: "dark", viewport: { width: 1920, height: 1080 }, rules: [] },
  ],
  [
    "in French, dark on a narrow phone, light on a phone",
    "fr-FR",
    { colorScheme: "dark", viewport: { width: 320, height: 640 } },
    { colorScheme: "light", viewport: { width: 390, height: 844 }, rules: ["target-size"] },
  ],
] as const) {
  const t = locale === "fr-FR" ? fr : en;
  test(`axe finds nothing on any public page (${name})`, async ({ visitor }) => {
    await lookAtEach(await visitor({ locale }), publicPages, first, then);
  });
  for (const [whose, account, pages] of [
    ["the console", "Inès", consolePages],
    ["a writer", "Camille", writersPages],
    ["a moderator", "Salomé", moderatorsPages],
  ] as const)
    test(`axe finds nothing on any page of ${whose} (${name})`, async ({ visitor }) => {
      const person = await visitor({ locale });
      await logIn(person, sample(account), t);
      await lookAtEach(person, pages, first, then);
    });
}

test("refused forms are as accessible as fresh ones", async ({ page }) => {
  for (const [path, button] of [
    [`/letters/${slug}/sign`, en("sign.button")],
    ["/join", en("join.button")],
    ["/login", en("login.button")],
    ["/forgotten-password", en("forgotten.button")],
    [`/moderation/report?letter=${slug}`, en("report.button")],
  ] as const) {
    await page.goto(path);
    await page.getByRole("button", { name: button, exact: true }).click();
    await expect(page.getByRole("alert"), path).toBeFocused();
    await expectAccessible(page);
  }
});

/** Presses Tab until something with this name has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press("Tab");
    const label = await page.evaluate(() => {
      const focused = document.activeElement;
      const labels = (focused as HTMLInputElement | null)?.labels;
      return focused?.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? focused?.textContent ?? "";
    });
    if (typeof name === "string" ? label.trim().startsWith(name) : name.test(label)) return;
  }
  throw new Error(`Tab never reached ${String(name)} on ${page.url()}`);
}

test("the keyboard alone signs a letter", async ({ page, tribune }) => {
  await page.goto(`/letters/${slug}`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: en("page.skip") })).toBeInViewport();
  await page.keyboard.press("Enter");
  await tabTo(page, en("letter.sign"));
  const outline = await page.locator(":focus").evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(outline, "the focus is seen").not.toBe("none");
  await page.keyboard.press("Enter");
  await tabTo(page, en("sign.name"));
  await page.keyboard.type("Kim Keyboard");
  await page.keyboard.press("Tab");
  await page.keyboard.type("kim@example.org");
  await tabTo(page, en("sign.showName"));
  await page.keyboard.press("Space");
  await tabTo(page, en("sign.button"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: en("sign.mailed.title") })).toBeVisible();
  await page.goto(
    tribune.mailbox.linkIn(await tribune.mailbox.waitFor("kim@example.org"), /^\/signatures\//),
  );
  await tabTo(page, en("signature.confirm"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: en("signature.confirmed.title") })).toBeVisible();
});

test("the keyboard alone writes a letter, comments and replies", async ({ page }) => {
  await logIn(page, sample("Owen"));
  await beginDraft(page, "By keyboard");
  await page.getByLabel(en("draft.title")).focus();
  await tabTo(page, en("editor.bold"));
  await page.keyboard.press("Enter");
  await expect(textOf(page), "the tool hands the focus to the text").toBeFocused();
  await page.keyboard.type("Bold by keyboard");
  await expect(textOf(page).locator("strong")).toHaveText("Bold by keyboard");
  await page.keyboard.press("Control+b");
  await tabTo(page, en("draft.addressees"));
  await page.keyboard.type("The minister");
  await tabTo(page, en("draft.preview"));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/publish$/);
  await tabTo(page, en("publish.button"));
  await page.keyboard.press("Enter");
  await expect(page.getByText(en("letter.published.notice"))).toBeVisible();

  await tabTo(page, en("letter.discussion"));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/discussion$/);
  await tabTo(page, en("comment.body"));
  await page.keyboard.type("A comment by keyboard.");
  await tabTo(page, /neutral/);
  await page.keyboard.press("ArrowUp");
  await tabTo(page, en("comment.post"));
  await page.keyboard.press("Enter");
  await page.waitForURL(/#comment-\d+$/);
  await tabTo(page, en("comment.reply"));
  await page.keyboard.press("Enter");
  await tabTo(page, en("comment.reply.body"));
  await page.keyboard.type("A reply by keyboard.");
  await tabTo(page, en("comment.reply.post"));
  await page.keyboard.press("Enter");
  await expect(page.locator(".comment-highlighted")).toContainText("A reply by keyboard.");
});

test("language and appearance are chosen by hand, on every page, and remembered", async ({
  noScriptPage: page,
}) => {
  await page.goto(`/letters/${slug}/signatures?search=a`);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "Français" }).click();
  await expect(page).toHaveURL(/\/signatures\?search=a$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await page.getByRole("button", { name: fr("page.theme.dark") }).click();
  await expect(page).toHaveURL(/\/signatures\?search=a$/);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await background();
  await page.goto("/letters");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  expect(await background()).toBe(dark);
  await page.getByRole("button", { name: fr("page.theme.light") }).click();
  expect(await background()).not.toBe(dark);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("the appearance follows the device until one is chosen", async ({ page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  const light = await background();
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await background()).not.toBe(light);
});

test("on paper a letter is a letter: no ways, no forms, its hash and its address", async ({ page }) => {
  await page.goto(`/letters/${slug}`);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".version-hash").first()).toBeVisible();
  await expect(page.getByText(`/letters/${slug}/signatures`).first()).toBeVisible();
  for (const hidden of ["nav", ".masthead-language", ".footer-theme", ".sign-form", ".share", ".button-seal"])
    for (const element of await page.locator(hidden).all()) await expect(element, hidden).toBeHidden();
  const pdf = await page.pdf({ format: "A4" });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThanOrEqual(1);
  expect(pages).toBeLessThanOrEqual(6);
});

test("places with nothing in them say so", async ({ page, tribune }) => {
  const somebody = { email: "empty@example.org", name: "Nothing Yet", password: "a phrase of my own" };
  await join(page, tribune, somebody);
  await page.goto("/letters/mine");
  await expect(page.getByText(en("mine.empty"))).toBeVisible();
  await page.goto("/letters?after=1");
  await expect(page.getByText(en("letters.empty"))).toBeVisible();
  await page.goto(`/letters/${slug}/discussion?after=1`);
  await expect(page.getByText(en("discussion.end"))).toBeVisible();
  await page.goto(`/letters/${slug}/signatures?search=xyzzy`);
  await expect(page.getByText(en("roster.search.none", { search: "xyzzy" }))).toBeVisible();
  expect((await page.goto("/letters/no-such-letter"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: en("error.404.title") })).toBeVisible();
});

test("a letter is told to search engines and to those it is passed on to", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`/letters/${slug}`);
  const meta = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute("content");
  expect(await meta("og:type")).toBe("article");
  expect(await meta("og:title")).toContain("cloud de confiance");
  const jsonLd = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').textContent()) ?? "{}",
  ) as {
    "@type": string;
    inLanguage: string;
  };
  expect(jsonLd).toMatchObject({ inLanguage: "fr" });
  await page
    .getByRole("button", { name: en("share.copy") })
    .first()
    .click();
  await expect(page.getByRole("button", { name: en("share.copied") }).first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(new RegExp(`/letters/${slug}$`));
  const mail = await page
    .getByRole("link", { name: en("share.mail") })
    .first()
    .getAttribute("href");
  expect(mail).toMatch(/^mailto:\?subject=/);
});
