import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { closeSession } from "#app/accounts/session.server.ts";

export async function action({ request }: ActionFunctionArgs) {
  const cookie = await closeSession(request.headers.get("cookie"));
  return redirect("/login?after=out", { headers: { "Set-Cookie": cookie, "Clear-Site-Data": '"cache"' } });
}

/** Logging out changes something, so an address alone does not do it. */
export function loader() {
  return redirect("/settings");
}
