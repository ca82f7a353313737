import { unseal } from "#app/identity/seal.server.ts";
import type { Language } from "#app/languages/language.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { webhookDisabledMessage, webhookGoneMessage } from "#app/mail/webhook-messages.ts";
import { type Fragment, sql } from "#db/sql.ts";
import { ownerOf } from "./manage-webhooks.server.ts";
import { type Sent, sendMessage } from "./send-message.server.ts";
import { waits } from "./webhook.ts";

/** Messages at the same time: slow receivers hold none of the others for longer than their ten seconds. */
const atOnce = 16;

type Due = {
  id: number;
  webhookId: number;
  letterId: number;
  messageId: string;
  type: string;
  data: Record<string, unknown>;
  happenedAt: Date;
  attempts: number;
  url: string;
  secret: Buffer;
};

/**
 * Sends the messages that are due. Each is taken for a minute first, so that of several processes one sends it and one
 * that dies leaves it to the next.
 * @returns "more" when there may be more of them
 */
export async function deliverDue(origin: string): Promise<"done" | "more"> {
  const due = await sql<Due[]>`
    with due as (
      select d.id from webhook_deliveries d where d.state = 'waiting' and d.due_at <= now()
      order by d.due_at limit ${atOnce} for update skip locked
    )
    update webhook_deliveries d set attempts = d.attempts + 1, due_at = now() + interval '1 minute'
    from due, webhooks w where d.id = due.id and w.id = d.webhook_id
    returning d.id, d.webhook_id as "webhookId", w.letter_id as "letterId", d.message_id as "messageId", d.type, d.data,
      d.happened_at as "happenedAt", d.attempts, w.url, w.secret`;
  await Promise.all(due.map((each) => deliver(each, origin)));
  return due.length === atOnce ? "more" : "done";
}

async function deliver(due: Due, origin: string): Promise<void> {
  const hidden = await sql`select 1 from letters where id = ${due.letterId} and state = 'hidden'`;
  const secret = unseal(due.secret, ownerOf(due.letterId));
  if (hidden.count > 0) return settle(due, origin, { status: null, duration: 0, answer: "" }, "last");
  if (secret === null)
    return settle(due, origin, { status: null, duration: 0, answer: "The secret cannot be opened." }, "last");
  const { path, ...data } = due.data;
  const body = JSON.stringify({
    type: due.type,
    timestamp: due.happenedAt.toISOString(),
    data: typeof path === "string" ? { ...data, url: origin + path } : data,
  });
  return settle(due, origin, await sendMessage(due.url, secret, `msg_${due.messageId}`, body));
}

/** What a receiver answers that wants no more messages, as Standard Webhooks has it. */
const gone = 410;

/**
 * Notes what became of a try, when the next one is, and takes a webhook out of service that failed for five days, or
 * whose receiver says that it is gone.
 */
async function settle(due: Due, origin: string, sent: Sent, last?: "last"): Promise<void> {
  const { status, duration, answer } = sent;
  const done = status !== null && status >= 200 && status < 300;
  const wait = last || status === gone ? undefined : waits[due.attempts - 1];
  const state = done ? "delivered" : wait === undefined ? "failed" : "waiting";
  await sql.begin(async (tx) => {
    // The webhook first: many of its messages settle at once, and the one that ends it writes to all of them.
    await tx`select 1 from webhooks where id = ${due.webhookId} for update`;
    await tx`
      update webhook_deliveries set state = ${state}, tried_at = now(), status = ${status}, duration = ${duration},
        answer = ${answer}, due_at = now() + make_interval(secs => ${wait ?? 0})
      where id = ${due.id}`;
    if (last) return;
    const [webhook] = await tx<{ url: string; accountId: number; slug: string; over: boolean }[]>`
      update webhooks w set failing_since = case when ${done} then null else coalesce(w.failing_since, now()) end
      from letters l where w.id = ${due.webhookId} and l.id = w.letter_id
      returning w.url, w.account_id as "accountId", l.slug,
        w.disabled_at is null and (${status === gone} or w.failing_since < now() - interval '5 days') as over`;
    if (!webhook?.over) return;
    const reason = status === gone ? "gone" : "unanswered";
    await tx`update webhooks set disabled_at = now(), disabled_for = ${reason} where id = ${due.webhookId}`;
    await tx`update webhook_deliveries set state = 'failed' where webhook_id = ${due.webhookId} and state = 'waiting'`;
    const [account] = await tx<{ email: string; language: Language }[]>`
      select email, language from accounts where id = ${webhook.accountId} and deleted_at is null`;
    if (!account) return;
    const page = `${origin}/letters/${webhook.slug}/webhooks`;
    const tell = status === gone ? webhookGoneMessage : webhookDisabledMessage;
    const message = tell(account.language, webhook.url, page);
    await queueMail(tx, account.email, account.language, message);
  });
}

/** Forgets the log of what is older than thirty days. @returns how many lines */
export async function forgetDeliveries(before: Fragment, batch: number): Promise<number> {
  const forgotten = await sql`
    delete from webhook_deliveries where id in (
      select id from webhook_deliveries where happened_at < ${before} limit ${batch} for update skip locked)`;
  return forgotten.count;
}
