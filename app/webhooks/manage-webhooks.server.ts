import { randomBytes } from "node:crypto";
import type { Account } from "#app/accounts/account.ts";
import { isAuthor, lockForAuthor } from "#app/co-authors/authorship.server.ts";
import { isLoopback } from "#app/identity/identity.ts";
import { seal } from "#app/identity/seal.server.ts";
import { forThisMachineAlone } from "#app/outgoing/guarded-agent.server.ts";
import { isPrivateAddress } from "#app/outgoing/private-address.ts";
import { sql } from "#db/sql.ts";
import { type Delivery, type Webhook, type WebhookForm, webhookLimits } from "./webhook.ts";

/** Whom a secret is sealed for: a row that is copied to another letter opens nothing. */
export const ownerOf = (letterId: number) => `webhooks of letter ${letterId}`;

/**
 * Why no message is sent to an address, or null: `wrong-url` when it is not https (on this machine alone http will do) or
 * holds a name and password, `private-url` when it says by itself that it is on a private network.
 */
export function refusalOf(address: string): "wrong-url" | "private-url" | null {
  if (!URL.canParse(address)) return "wrong-url";
  const { protocol, hostname, username, password } = new URL(address);
  const here = forThisMachineAlone();
  if ((protocol !== "https:" && !(protocol === "http:" && here)) || username || password) return "wrong-url";
  return isPrivateAddress(hostname) && !(here && isLoopback(hostname)) ? "private-url" : null;
}

/** The webhooks of a letter, for its authors; null for everybody else. */
export async function listWebhooks(slug: string, accountId: number): Promise<Webhook[] | null> {
  const [letter] = await sql<{ id: number }[]>`
    select id from letters where slug = ${slug} and state <> 'draft' and ${isAuthor("letters", accountId)}`;
  if (!letter) return null;
  return sql<Webhook[]>`
    select id, url, events, made_at as "madeAt", failing_since as "failingSince", disabled_at as "disabledAt",
      disabled_for as "disabledFor"
    from webhooks where letter_id = ${letter.id} order by id`;
}

/** The newest lines of the log of a letter's webhooks, each with its webhook. */
export async function listDeliveries(
  slug: string,
  accountId: number,
): Promise<(Delivery & { webhookId: number })[]> {
  return sql<(Delivery & { webhookId: number })[]>`
    select d.id, d.webhook_id as "webhookId", d.type, d.state, d.attempts, d.happened_at as "happenedAt",
      d.tried_at as "triedAt", d.due_at as "dueAt", d.status, d.duration, d.answer
    from webhook_deliveries d join webhooks w on w.id = d.webhook_id join letters on letters.id = w.letter_id
    where letters.slug = ${slug} and ${isAuthor("letters", accountId)}
    order by d.id desc limit ${webhookLimits.log}`;
}

/**
 * Makes a webhook of a letter. @returns its secret, to be shown once; `known` when the letter has one at that address,
 * `too-many` when it has ten; `wrong-url` and `private-url` as `refusalOf` has them
 */
export async function makeWebhook(
  slug: string,
  account: Account,
  { url, events }: WebhookForm,
): Promise<
  | { outcome: "made"; secret: string }
  | { outcome: "not-found" | "wrong-url" | "private-url" | "known" | "too-many" }
> {
  const refused = refusalOf(url);
  if (refused) return { outcome: refused };
  const secret = `whsec_${randomBytes(32).toString("base64")}`;
  return sql.begin(async (tx) => {
    const letter = await lockForAuthor(tx, slug, account);
    if (!letter) return { outcome: "not-found" as const };
    const held = await tx<{ url: string }[]>`select url from webhooks where letter_id = ${letter.id}`;
    if (held.some((each) => each.url === url)) return { outcome: "known" as const };
    if (held.length >= webhookLimits.each) return { outcome: "too-many" as const };
    await tx`
      insert into webhooks (letter_id, account_id, url, events, secret)
      values (${letter.id}, ${account.id}, ${url}, ${events}, ${seal(secret, ownerOf(letter.id))})`;
    return { outcome: "made" as const, secret };
  });
}

const ofAuthor = (slug: string, accountId: number) => sql`
  w.letter_id = (select id from letters where slug = ${slug} and ${isAuthor("letters", accountId)})`;

/** Removes a webhook with its log; removing it twice is as once. */
export async function removeWebhook(slug: string, accountId: number, id: number): Promise<void> {
  await sql`delete from webhooks w where w.id = ${id} and ${ofAuthor(slug, accountId)}`;
}

/** Puts a webhook into service again that failed for too long. */
export async function enableWebhook(slug: string, accountId: number, id: number): Promise<void> {
  await sql`
    update webhooks w set disabled_at = null, disabled_for = null, failing_since = null
    where w.id = ${id} and ${ofAuthor(slug, accountId)}`;
}

/** Sends a message that says that it is a test. */
export async function testWebhook(
  slug: string,
  accountId: number,
  id: number,
): Promise<{ outcome: "queued" | "not-found" }> {
  const queued = await sql`
    insert into webhook_deliveries (webhook_id, type, data)
    select w.id, 'test', jsonb_build_object('letter', ${slug}::text) from webhooks w
    where w.id = ${id} and ${ofAuthor(slug, accountId)}`;
  return { outcome: queued.count === 1 ? "queued" : "not-found" };
}

/** Sends a message of the log once more, under the same id: who has had it knows that. */
export async function replayDelivery(
  slug: string,
  accountId: number,
  id: number,
): Promise<{ outcome: "queued" | "not-found" }> {
  // One that was never tried is sent anyway; as one that was tried before it gathers no more signatures.
  const queued = await sql`
    update webhook_deliveries d set state = 'waiting', attempts = 1, due_at = now() from webhooks w
    where d.id = ${id} and d.tried_at is not null and w.id = d.webhook_id and ${ofAuthor(slug, accountId)}`;
  return { outcome: queued.count === 1 ? "queued" : "not-found" };
}
