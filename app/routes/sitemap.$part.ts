import type { LoaderFunctionArgs } from "@remix-run/node";
import { notThere } from "#app/requests/not-there.ts";
import { listPart } from "#app/sitemap/list-addresses.server.ts";
import { readPartName, sitemapPart } from "#app/sitemap/sitemap.ts";

/** A part of the sitemap. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const part = readPartName(params.part ?? "");
  const entries = part ? await listPart(part.kind, part.place) : [];
  if (entries.length === 0) return notThere();
  context.madeOf.add("letters").add("texts").add("organisations");
  return new Response(sitemapPart(entries, context.origin), {
    headers: { "Content-Type": "application/xml; charset=utf-8" },
  });
}
