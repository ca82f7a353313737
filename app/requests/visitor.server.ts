import { type AppLoadContext, data, redirect } from "@remix-run/node";
import { type Opened, readSession } from "#app/accounts/session.server.ts";
import type { Account } from "#app/accounts/account.ts";
import { type Language, preferenceIn, preferredLanguage } from "#app/languages/language.ts";
import { type Translate, translator } from "#app/languages/translate.ts";

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Who is asking and how they read. */
export type Visitor = {
  account: Account | null;
  sessionHash: string | null;
  setCookie: string | null;
  /** How the session was opened; null for a stranger. */
  opened: Opened | null;
  /** Whether the account's role waits for a passkey (readSession). */
  passkeyAwaited: boolean;
  language: Language;
  theme: Theme;
  t: Translate;
};

type Asked = { request: Request; context: AppLoadContext };

/** Loaders of one page run side by side and all ask who is there: one answer serves them. */
const known = new WeakMap<AppLoadContext, Promise<Visitor>>();

/** Reads the visitor of a request; one question to the database, however many loaders ask, none for a stranger. */
export function visitorOf({ request, context }: Asked): Promise<Visitor> {
  const asked = known.get(context) ?? readVisitor(request.headers);
  known.set(context, asked);
  return asked;
}

async function readVisitor(headers: Headers): Promise<Visitor> {
  const cookies = headers.get("cookie");
  const { account, idHash, ...session } = await readSession(cookies);
  const language = preferredLanguage(cookies, headers.get("accept-language"), account?.language);
  const theme = themes.find((choice) => choice === preferenceIn(cookies, "theme")) ?? "auto";
  return { ...session, account, sessionHash: idHash, language, theme, t: translator(language) };
}

/**
 * The visitor, who must be logged in: a page (GET) sends a stranger to log in and back; a form is the action's
 * own business, which keeps what was typed (see `account` being null there).
 */
export async function accountOf(asked: Asked): Promise<Visitor & { account: Account }> {
  const visitor = await visitorOf(asked);
  if (visitor.account) return { ...visitor, account: visitor.account };
  const { pathname, search } = new URL(asked.request.url);
  throw redirect(`/login?next=${encodeURIComponent(pathname + search)}`);
}

/**
 * The visitor of a page that is written in. Whoever asks for it must be logged in; whose session ended while
 * writing sees it again, with what the action answered: Remix runs loaders after actions as if they were GET.
 */
export function writerOf(asked: Asked): Promise<Visitor> {
  return asked.context.posting ? visitorOf(asked) : accountOf(asked);
}

/** Only a path of ours may follow a log-in: `//host`, `/\host` and whole URLs lead home instead. */
export function safeNext(next: FormDataEntryValue | null): string {
  if (typeof next !== "string" || !/^\/(?![/\\])[^\s\\]*$/.test(next)) return "/";
  const url = new URL(next, "http://tribune.invalid");
  // Dots are resolved only here: "/..//host" passes the pattern and becomes "//host".
  const ours = url.host === "tribune.invalid" && !url.pathname.startsWith("//");
  return ours ? url.pathname + url.search + url.hash : "/";
}

/** A thrown "there is no such page": the root's error boundary shows it. */
export function notFound() {
  return data(null, { status: 404 });
}

/** A thrown "you may not": the root's error boundary shows it. */
export function forbidden() {
  return data(null, { status: 403 });
}
