import type { AppLoadContext } from "@remix-run/node";
import { hasAreas } from "#app/moderation/areas.server.ts";
import { moderates } from "#app/moderation/moderator.server.ts";
import { leadToPasskeys } from "./lead-to-passkeys.ts";
import { accountOf, notFound } from "./visitor.server.ts";

/**
 * The visitor of a page for moderators, of everything or of chosen letters and texts: which cases they see is asked with each
 * question. A stranger is sent to log in, and for everybody else there is no such page.
 */
export async function moderatorOf(asked: { request: Request; context: AppLoadContext }) {
  const visitor = await accountOf(asked);
  leadToPasskeys(visitor, asked.request);
  const everywhere = moderates(visitor.account);
  if (!everywhere && !(await hasAreas(visitor.account.id))) throw notFound();
  return { ...visitor, everywhere };
}
