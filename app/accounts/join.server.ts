import { sql } from "#db/sql.ts";
import type { Language } from "#app/languages/language.ts";
import { alreadyJoinedMessage, joinMessage } from "#app/mail/messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { workAsMuch } from "./as-much-work.server.ts";
import { hashPassword, hashToken, newToken, verifyPassword } from "./secret.server.ts";

/**
 * Takes down that somebody wants to join and mails the address. The account comes with the confirmation.
 * Whether the address is known already changes nothing of what the caller sees, and not how much is done.
 * @returns a token for the browser that asked: with it the link in the mail needs no password
 */
export async function requestJoin(
  wish: { name: string; email: string; password: string; language: Language },
  origin: string,
): Promise<{ browserToken: string }> {
  const passwordHash = await hashPassword(wish.password);
  const browserToken = newToken();
  const token = newToken();
  await sql.begin(async (tx) => {
    const [known] = await tx<
      { language: Language }[]
    >`select language from accounts where email = ${wish.email}`;
    if (known) {
      const message = alreadyJoinedMessage(known.language, `${origin}/login`, `${origin}/forgotten-password`);
      await workAsMuch(tx, 1);
      return queueMail(tx, wish.email, known.language, message);
    }
    await tx`
      insert into joins (token_hash, browser_hash, email, name, password_hash, language, expires_at)
      values (${hashToken(token)}, ${hashToken(browserToken)}, ${wish.email}, ${wish.name}, ${passwordHash},
        ${wish.language}, now() + interval '24 hours')`;
    await queueMail(
      tx,
      wish.email,
      wish.language,
      joinMessage(wish.language, wish.name, `${origin}/confirm-address/${token}`),
    );
  });
  return { browserToken };
}

/**
 * What the link in a joining mail leads to.
 * `knowsBrowser` is false when another browser opens it than the one that asked: then the password chosen at
 * joining is the proof, or an attacker could have their choice of password confirmed by the address's owner.
 */
export async function readJoin(
  token: string,
  browserToken: string | undefined,
): Promise<{ email: string; name: string; confirmed: boolean; knowsBrowser: boolean } | null> {
  const [join] = await sql<
    { email: string; name: string; browser_hash: string; confirmed_at: Date | null }[]
  >`
    select email, name, browser_hash, confirmed_at from joins
    where token_hash = ${hashToken(token)} and expires_at > now()`;
  if (!join) return null;
  const knowsBrowser = browserToken !== undefined && hashToken(browserToken) === join.browser_hash;
  return { email: join.email, name: join.name, confirmed: join.confirmed_at !== null, knowsBrowser };
}

export type ConfirmedJoin =
  | { outcome: "confirmed"; accountId: number }
  | { outcome: "unknown-token" | "wrong-password" | "already-confirmed" };

/**
 * Makes the account. Confirming again within ten minutes, with the same proof, is the same as the first time
 * (a double click); later it is `already-confirmed`, and logging in is the way.
 */
export async function confirmJoin(
  token: string,
  proof: { browserToken: string | undefined; password: string },
): Promise<ConfirmedJoin> {
  const [join] = await sql<{ password_hash: string; browser_hash: string }[]>`
    select password_hash, browser_hash from joins where token_hash = ${hashToken(token)} and expires_at > now()`;
  if (!join) return { outcome: "unknown-token" };
  const sameBrowser = proof.browserToken !== undefined && hashToken(proof.browserToken) === join.browser_hash;
  if (!sameBrowser && !(await verifyPassword(join.password_hash, proof.password)))
    return { outcome: "wrong-password" };
  return sql.begin(async (tx): Promise<ConfirmedJoin> => {
    const [claimed] = await tx<{ email: string; again: boolean; late: boolean }[]>`
      select email, confirmed_at is not null as again, coalesce(confirmed_at < now() - interval '10 minutes', false) as late
      from joins where token_hash = ${hashToken(token)} for update`;
    if (!claimed) return { outcome: "unknown-token" };
    if (claimed.late) return { outcome: "already-confirmed" };
    if (claimed.again) {
      const [account] = await tx<{ id: number }[]>`select id from accounts where email = ${claimed.email}`;
      return account ? { outcome: "confirmed", accountId: account.id } : { outcome: "unknown-token" };
    }
    const [account] = await tx<{ id: number }[]>`
      insert into accounts (email, name, password_hash, language)
      select email, name, password_hash, language from joins where token_hash = ${hashToken(token)}
      on conflict (email) do nothing returning id`;
    // Somebody confirmed the same address by an earlier mail: that account stands, this wish is void.
    if (!account) return { outcome: "already-confirmed" };
    await tx`update joins set confirmed_at = now() where token_hash = ${hashToken(token)}`;
    await tx`delete from joins where email = ${claimed.email} and token_hash <> ${hashToken(token)}`;
    return { outcome: "confirmed", accountId: account.id };
  });
}
