import { redirect } from "@remix-run/node";

/** Leads who has to show a passkey before their role holds to where they do, and from there back here. */
export function leadToPasskeys({ passkeyAwaited }: { passkeyAwaited: boolean }, request: Request): void {
  if (!passkeyAwaited) return;
  const { pathname, search } = new URL(request.url);
  const back = request.method === "GET" ? pathname + search : pathname;
  throw redirect(`/settings/passkeys?next=${encodeURIComponent(back)}`, 303);
}
