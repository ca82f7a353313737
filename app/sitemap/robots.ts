/** What is personal, secret, a form or the result of a search: no page for search engines (RFC 9309). */
const closed = [
  "/administration",
  "/challenge",
  "/co-authors/",
  "/confirm-address/",
  "/countersign/",
  "/dev/",
  "/doctrine/import",
  "/drafts/",
  "/forgotten-password",
  "/identity",
  "/images/upload",
  "/invitations/",
  "/join",
  "/letters/import",
  "/letters/mine",
  "/letters/new",
  "/letters/*/draft",
  "/letters/*/edit",
  "/letters/*/manage",
  "/letters/*/publish",
  "/letters/*/revise",
  "/letters/*/signatures/review",
  "/login",
  "/logout",
  "/mandates/",
  "/moderation",
  "/my-data/",
  "/notices",
  "/preferences",
  "/reset-password/",
  "/search",
  "/settings",
  "/signatures/",
  "/*?search=",
  "/*&search=",
];
/** Longer than the rule that closes what they lie under, so they win. */
const open = ["/moderation/log", "/moderation/reasons"];

/** The file that asks search engines what to leave alone, and names the sitemap. */
export const robots = (origin: string): string =>
  [
    "User-agent: *",
    ...closed.map((path) => `Disallow: ${path}`),
    ...open.map((path) => `Allow: ${path}`),
    "",
    `Sitemap: ${origin}/sitemap.xml`,
    "",
  ].join("\n");
