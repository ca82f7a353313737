import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from "lucia";
import { readRunningSettings } from "#app/administration/read-settings.server.ts";
import type { Way } from "#app/sign-ins/sign-in.ts";
import { sql } from "#db/sql.ts";
import type { Language } from "#app/languages/language.ts";
import type { Account, Role } from "./account.ts";
import { hashToken, newToken } from "./secret.server.ts";

declare module "lucia" {
  interface Register {
    Lucia: typeof lucia;
    UserId: number;
    DatabaseUserAttributes: Omit<Account, "id">;
    DatabaseSessionAttributes: Opened & { userAgent: string };
  }
}

/** How a session was opened, and whether a passkey was shown in it. */
export type Opened = { way: Way; withPasskey: boolean };

/** A session ends so many days after it was opened, however much it is used: who has it logs in again (decision 59). */
export const lastsDays = 90;
/** How many sessions an account has at the most: the oldest ends when one more is opened. */
export const mostSessions = 50;

/** A session without use ends after so many days; one that is used after half of them gets as many more. */
const idleDays = 30;

type Row = {
  way: Way;
  with_passkey: boolean;
  expires_at: Date;
  last: boolean;
  user_agent: string;
  id: number;
  email: string;
  name: string;
  language: Language;
  role: Role;
};

/**
 * Lucia's questions, on hashed ids: the cookie's value is stored nowhere. Session and account are one join,
 * twice as fast as the adapter that Lucia ships.
 */
const adapter: Adapter = {
  async getSessionAndUser(sessionId): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const [row] = await sql<Row[]>`
      select s.expires_at, s.expires_at >= s.created_at + make_interval(days => ${lastsDays}) as last, s.user_agent, s.way, s.passkey_at is not null as with_passkey, a.id, a.email, a.name, a.language, a.role
      from sessions s join accounts a on a.id = s.account_id
      where s.id_hash = ${hashToken(sessionId)} and s.expires_at > now()
        and s.created_at > now() - make_interval(days => ${lastsDays}) and a.deleted_at is null`;
    if (!row) return [null, null];
    const { expires_at, last, user_agent, way, with_passkey, id, email, name, language, role } = row;
    const attributes = { userAgent: user_agent, way, withPasskey: with_passkey };
    return [
      { id: sessionId, userId: id, expiresAt: last ? inFirstHalf() : expires_at, attributes },
      { id, attributes: { email, name, language, role } },
    ];
  },
  async getUserSessions() {
    // Lucia hands ids back from here and ours are hashes that it could not use: listSessions answers instead.
    return Promise.resolve([]);
  },
  async setSession(session) {
    const { userAgent, way, withPasskey } = session.attributes;
    await sql`
      insert into sessions (id_hash, account_id, expires_at, user_agent, way, passkey_at)
      values (${hashToken(session.id)}, ${session.userId}, ${session.expiresAt}, ${userAgent.slice(0, 300)}, ${way},
        case when ${withPasskey} then now() end)`;
    await sql`
      delete from sessions where account_id = ${session.userId} and id_hash in (
        select id_hash from sessions where account_id = ${session.userId}
        order by created_at desc, id_hash offset ${mostSessions})`;
  },
  async updateSessionExpiration(sessionId, expiresAt) {
    await sql`
      update sessions set expires_at = least(${expiresAt}, created_at + make_interval(days => ${lastsDays}))
      where id_hash = ${hashToken(sessionId)}`;
  },
  async deleteSession(sessionId) {
    await sql`delete from sessions where id_hash = ${hashToken(sessionId)}`;
  },
  async deleteUserSessions(accountId) {
    await sql`delete from sessions where account_id = ${accountId}`;
  },
  async deleteExpiredSessions() {
    await sql`delete from sessions where expires_at <= now()`;
  },
};

/** What Lucia is told of a session that gets no more days: it would renew it at each request otherwise. */
const inFirstHalf = () => new Date(Date.now() + idleDays * 24 * 3600 * 1000);

/** `__Host-` binds a cookie to this very host and to https; without https browsers would refuse it. */
const secure = process.env.PUBLIC_URL?.startsWith("https:") ?? false;

const lucia = new Lucia(adapter, {
  // Slides: a session that is used in the second half of its thirty days gets thirty more, up to the ninetieth.
  sessionExpiresIn: new TimeSpan(idleDays, "d"),
  sessionCookie: {
    name: secure ? "__Host-session" : "session",
    attributes: { secure, sameSite: "lax", path: "/" },
  },
  getSessionAttributes: ({ way, withPasskey }) => ({ way, withPasskey }),
  getUserAttributes: ({ email, name, language, role }) => ({ email, name, language, role }),
});

/** A session as its owner sees it; `idHash` names it in forms. */
export type SessionSummary = {
  idHash: string;
  createdAt: Date;
  expiresAt: Date;
  userAgent: string;
  current: boolean;
};

/** Who sends a Cookie header, and by which session. */
type ReadSession = {
  account: Account | null;
  idHash: string | null;
  /** A Set-Cookie value when the cookie must be renewed or cleared. */
  setCookie: string | null;
  opened: Opened | null;
  /** Whether the account's role waits for a passkey to be shown in this session: until then it is a member's. */
  passkeyAwaited: boolean;
};

/**
 * Who sends this Cookie header. Where moderators and administrators have to show a passkey, their role is a member's in
 * each session that saw none: whatever asks for a role, wherever it does, asks this.
 */
export async function readSession(cookies: string | null): Promise<ReadSession> {
  const nobody = { account: null, idHash: null, opened: null, passkeyAwaited: false };
  const sessionId = lucia.readSessionCookie(cookies ?? "");
  if (!sessionId) return { ...nobody, setCookie: null };
  const { session, user } = await lucia.validateSession(sessionId);
  if (!session) return { ...nobody, setCookie: lucia.createBlankSessionCookie().serialize() };
  const setCookie = session.fresh ? lucia.createSessionCookie(session.id).serialize() : null;
  const { way, withPasskey } = session;
  const passkeyAwaited =
    user.role !== "member" && !withPasskey && (await readRunningSettings()).passkeysRequired;
  return {
    account: passkeyAwaited ? { ...user, role: "member" } : user,
    idHash: hashToken(session.id),
    setCookie,
    opened: { way, withPasskey },
    passkeyAwaited,
  };
}

/** Logs an account in with a new session. @returns the Set-Cookie value */
export async function openSession(
  accountId: number,
  userAgent: string,
  opened: Opened = { way: "password", withPasskey: false },
): Promise<string> {
  const session = await lucia.createSession(accountId, { userAgent, ...opened });
  return lucia.createSessionCookie(session.id).serialize();
}

/**
 * Notes that a passkey was shown in a session, which stands for the password shown again too. What it may do grows by
 * that, so its name changes: whoever knew the old one knows nothing.
 * @returns the Set-Cookie value; null when there is no such session any more
 */
export async function strengthenSession(accountId: number, idHash: string): Promise<string | null> {
  const sessionId = newToken();
  const renamed = await sql`
    update sessions set id_hash = ${hashToken(sessionId)}, passkey_at = now(), proved_at = now()
    where id_hash = ${idHash} and account_id = ${accountId} and expires_at > now()`;
  return renamed.count === 1 ? lucia.createSessionCookie(sessionId).serialize() : null;
}

/** Ends the session of this Cookie header, if there is one. @returns the Set-Cookie value that clears it */
export async function closeSession(cookies: string | null): Promise<string> {
  const sessionId = lucia.readSessionCookie(cookies ?? "");
  if (sessionId) await lucia.invalidateSession(sessionId);
  return lucia.createBlankSessionCookie().serialize();
}

/** Ends every session of an account: logging out everywhere, and each change of password or address. */
export async function closeAllSessions(accountId: number): Promise<void> {
  await lucia.invalidateUserSessions(accountId);
}

/** Ends every session of an account but this one. */
export async function closeOtherSessions(accountId: number, idHash: string): Promise<void> {
  await sql`delete from sessions where account_id = ${accountId} and id_hash <> ${idHash}`;
}

/** Ends one session of an account by its hash; nothing happens when it is not the account's. */
export async function closeOneSession(accountId: number, idHash: string): Promise<void> {
  await sql`delete from sessions where id_hash = ${idHash} and account_id = ${accountId}`;
}

/** The open sessions of an account, the newest first. */
export async function listSessions(accountId: number, currentHash: string | null): Promise<SessionSummary[]> {
  const rows = await sql<{ id_hash: string; created_at: Date; expires_at: Date; user_agent: string }[]>`
    select id_hash, created_at, expires_at, user_agent from sessions
    where account_id = ${accountId} and expires_at > now()
    order by created_at desc limit ${mostSessions}`;
  return rows.map((row) => ({
    idHash: row.id_hash,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    userAgent: row.user_agent,
    current: row.id_hash === currentHash,
  }));
}
