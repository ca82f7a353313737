import type { AppLoadContext } from "@remix-run/node";
import { data } from "@remix-run/node";
import type { Account } from "#app/accounts/account.ts";
import { isProved, proveAgain } from "#app/accounts/prove-again.server.ts";
import { type FormState, refusedForm } from "./form.ts";
import { forgetAttempts, takeAttempt } from "./limit.server.ts";
import { leadToPasskeys } from "./lead-to-passkeys.ts";
import { accountOf, forbidden, type Visitor } from "./visitor.server.ts";

type Asked = { request: Request; context: AppLoadContext };
export type Administrator = Visitor & { account: Account };

/** The administrator who asks: a stranger is sent to log in and back, everybody else may not. */
export async function administratorOf(asked: Asked): Promise<Administrator> {
  const visitor = await accountOf(asked);
  leadToPasskeys(visitor, asked.request);
  if (visitor.account.role !== "admin") throw forbidden();
  return visitor;
}

/** Whether a page's forms for what cannot be taken back need no password: it was shown less than ten minutes ago. */
export async function hasProved({ account, sessionHash }: Administrator): Promise<boolean> {
  return sessionHash !== null && (await isProved(account.id, sessionHash));
}

/**
 * Asks for the password again before what cannot be taken back, unless it was shown during the last ten minutes.
 * @returns null when the act may go on, else the form to show again
 */
export async function refuseUnproved(administrator: Administrator, values: Record<string, string>) {
  const { account, sessionHash } = administrator;
  if (sessionHash === null) throw forbidden();
  if (await isProved(account.id, sessionHash)) return null;
  const password = values.currentPassword ?? "";
  if (password === "")
    return data<FormState>(refusedForm(values, { currentPassword: "administration.password.missing" }), {
      status: 400,
    });
  const wait = await takeAttempt({ "password again by account": account.id });
  if (wait !== null)
    return data<FormState>(refusedForm(values, { currentPassword: "form.tooOften" }), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  const { outcome } = await proveAgain(account.id, sessionHash, password.slice(0, 256));
  if (outcome === "wrong-password")
    return data<FormState>(refusedForm(values, { currentPassword: "administration.password.wrong" }), {
      status: 400,
    });
  await forgetAttempts("password again by account", account.id);
  return null;
}
