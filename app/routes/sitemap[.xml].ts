import type { LoaderFunctionArgs } from "@remix-run/node";
import { listParts } from "#app/sitemap/list-addresses.server.ts";
import { sitemapIndex } from "#app/sitemap/sitemap.ts";

/** The index of the sitemap: its parts. */
export async function loader({ context }: LoaderFunctionArgs) {
  context.madeOf.add("letters").add("texts").add("organisations");
  return new Response(sitemapIndex(await listParts(), context.origin), {
    headers: { "Content-Type": "application/xml; charset=utf-8" },
  });
}
