import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { type DataLink, readDataLink } from "#app/personal-data/ask-for-data.server.ts";
import { networkOf, takeAttempt } from "./limit.server.ts";
import { pageKey } from "./page-key.ts";
import { secretPageHeaders } from "./secret-page.ts";

export type OpenLink = DataLink & { email: string; token: string };

/** The address that a page's secret link is for; its error boundary shows a link that leads to nothing (any more). */
export async function dataLinkOf({ params }: LoaderFunctionArgs): Promise<OpenLink> {
  const token = params.token ?? "";
  const link = await readDataLink(token);
  if (!link?.email) throw data(null, { status: 404, headers: secretPageHeaders });
  return { ...link, email: link.email, token };
}

/** The same for a form, which a network may send so often. */
export async function dataLinkPosted(args: ActionFunctionArgs): Promise<OpenLink> {
  const wait = await takeAttempt({ "token by network": networkOf(args.context.clientAddress) });
  if (wait !== null) throw data(null, { status: 429, headers: { "Retry-After": String(wait) } });
  return dataLinkOf(args);
}

/** The number of the signature that a path names; 0 for what is no number. */
export const signatureNamed = (id: string | undefined) => pageKey(id ?? null) ?? 0;
