import type { LoaderFunctionArgs } from "@remix-run/node";
import { securityText } from "#app/server/security-text.ts";

/** Whom to tell of a hole (RFC 9116). Not there where the operator has set no contact: a wrong one is worse than none. */
export function loader({ context }: LoaderFunctionArgs) {
  const contact = process.env.SECURITY_CONTACT?.trim();
  if (!contact)
    return new Response("Not found.\n", { status: 404, headers: { "Content-Type": "text/plain" } });
  return new Response(securityText(contact, context.origin, new Date()), {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
