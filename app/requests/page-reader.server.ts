import type { AppLoadContext } from "@remix-run/node";
import { readRunningSettings } from "#app/administration/read-settings.server.ts";
import { bannerNow, signingClosed } from "#app/administration/running-settings.ts";
import { mayReadKeptMails } from "#app/mail/kept-mails.server.ts";
import { hasAreas } from "#app/moderation/areas.server.ts";
import { countUnread } from "#app/notices/read-notices.server.ts";
import type { PageReader } from "#app/ui/words.tsx";
import { visitorOf } from "./visitor.server.ts";

/** What every page is told of its reader, and the Set-Cookie value that renews or clears their session. */
export async function readPageReader(asked: {
  request: Request;
  context: AppLoadContext;
}): Promise<{ reader: PageReader; setCookie: string | null }> {
  const visitor = await visitorOf(asked);
  const settings = await readRunningSettings();
  const url = new URL(asked.request.url);
  const reader: PageReader = {
    language: visitor.language,
    theme: visitor.theme,
    origin: asked.context.origin,
    path: url.pathname + url.search,
    keptMails: mayReadKeptMails(visitor.account, asked.context),
    banner: bannerNow(settings, visitor.language),
    readOnly: settings.readOnly,
    signingClosed: signingClosed(settings, visitor.language),
    joiningOpen: settings.joiningOpen,
    account: visitor.account && {
      name: visitor.account.name,
      role: visitor.account.role,
      moderates: visitor.account.role !== "member" || (await hasAreas(visitor.account.id)),
    },
    unread: visitor.account && (await countUnread(visitor.account.id)),
  };
  return { reader, setCookie: visitor.setCookie };
}
