import { sql } from "#db/sql.ts";
import { standingOf } from "./second-step.server.ts";

/**
 * Whether a session may change what protects its account. The password or a passkey has to have been shown in it during
 * the last ten minutes. Where passkeys are asked for after the password, the password alone does not do: it would take
 * off what protects from whoever has it. A recovery code stands for a passkey.
 * @param wish.fresh whether having logged in just now does: so it does for adding
 */
export async function mayChangePasskeys(
  accountId: number,
  sessionHash: string,
  wish: { fresh: boolean },
): Promise<"yes" | "prove" | "show-passkey"> {
  const [session] = await sql<{ proved: boolean; strong: boolean }[]>`
    select coalesce(proved_at > now() - interval '10 minutes', false)
        or (${wish.fresh} and created_at > now() - interval '10 minutes') as proved,
      passkey_at is not null or way = 'recovery-code' as strong
    from sessions where id_hash = ${sessionHash} and account_id = ${accountId}`;
  if (!session?.proved) return "prove";
  if (session.strong) return "yes";
  return (await standingOf(accountId)) === "asked" ? "show-passkey" : "yes";
}
