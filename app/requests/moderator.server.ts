import type { AppLoadContext } from "@remix-run/node";
import { moderates } from "#app/moderation/moderator.server.ts";
import { leadToPasskeys } from "./lead-to-passkeys.ts";
import { accountOf, notFound } from "./visitor.server.ts";

/** The visitor of a page for moderators: a stranger is sent to log in, and for everybody else there is no such page. */
export async function moderatorOf(asked: { request: Request; context: AppLoadContext }) {
  const visitor = await accountOf(asked);
  leadToPasskeys(visitor, asked.request);
  if (!moderates(visitor.account)) throw notFound();
  return visitor;
}
