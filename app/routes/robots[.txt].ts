import type { LoaderFunctionArgs } from "@remix-run/node";
import { robots } from "#app/sitemap/robots.ts";

/** What search engines are asked to leave alone, and where the sitemap is. */
export function loader({ context }: LoaderFunctionArgs) {
  return new Response(robots(context.origin), {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
