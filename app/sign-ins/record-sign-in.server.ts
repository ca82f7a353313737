import { createHmac } from "node:crypto";
import { readBrowser } from "#app/accounts/browser.ts";
import { keyFor } from "#app/accounts/secret.server.ts";
import type { Language } from "#app/languages/language.ts";
import { formatMoment, translator } from "#app/languages/translate.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { newDeviceMessage } from "#app/mail/sign-in-messages.ts";
import { logSecurity } from "#app/server/log.ts";
import { sql } from "#db/sql.ts";
import type { Way } from "./sign-in.ts";

/** A network as its holder can compare it: a keyed hash, whose key is each account's own. "" stays "". */
function labelOf(accountId: number, network: string): string {
  if (network === "") return "";
  const key = keyFor(`network labels of account ${accountId}`);
  return `N-${createHmac("sha256", key).update(network).digest("hex").slice(0, 12).toUpperCase()}`;
}

/**
 * Writes down that somebody logs in to an account, and mails its address when this browser on this system did not during
 * the time that is kept. Nothing is left in the browser to know it by. Whoever just joined is not told of their own first time.
 * @param device.network as wideNetworkOf gives it
 * @param origin of Tribune, for the link in the mail
 */
export async function recordSignIn(
  accountId: number,
  way: Way,
  device: { userAgent: string; network: string },
  origin: string,
): Promise<void> {
  const { browser, system } = readBrowser(device.userAgent);
  await sql.begin(async (tx) => {
    // Two at once by the same new browser are one mail.
    const [account] = await tx<{ email: string; language: Language; young: boolean }[]>`
      select email, language, created_at > now() - interval '1 day' as young from accounts
      where id = ${accountId} and deleted_at is null for update`;
    if (!account) return;
    const [seen = { before: false, same: false }] = await tx<{ before: boolean; same: boolean }[]>`
      select count(*) > 0 as before, coalesce(bool_or(browser = ${browser} and system = ${system}), false) as same
      from sign_ins where account_id = ${accountId}`;
    const [{ at } = { at: new Date() }] = await tx<{ at: Date }[]>`
      insert into sign_ins (account_id, way, browser, system, network)
      values (${accountId}, ${way}, ${browser}, ${system}, ${labelOf(accountId, device.network)}) returning at`;
    if (seen.same || (!seen.before && account.young)) return;
    const t = translator(account.language);
    const named = [browser, system].filter(Boolean).join(" · ") || t("settings.session.unknown");
    const told = { device: named, moment: formatMoment(account.language, at) };
    const message = newDeviceMessage(account.language, told, `${origin}/settings/sign-ins`);
    await queueMail(tx, account.email, account.language, message);
  });
  logSecurity("logged-in", { account: accountId, way });
}
