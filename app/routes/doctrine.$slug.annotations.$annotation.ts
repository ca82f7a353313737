import type { LoaderFunctionArgs } from "@remix-run/node";
import { createHash } from "node:crypto";
import { annotationJson, annotationType } from "#app/doctrine/annotation-json.ts";
import { readAnnotation } from "#app/doctrine/read-annotations.server.ts";
import { readText } from "#app/doctrine/read-text.server.ts";
import { pageKey } from "#app/requests/page-key.ts";

/** One annotation by the Web Annotation Protocol (section 4.1): JSON-LD with its ETag. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const text = await readText(params.slug ?? "");
  const id = pageKey(params.annotation ?? null);
  const annotation = text && id !== null ? await readAnnotation(text.id, id) : null;
  if (!text || !annotation) return Response.json({ error: "not-found" }, { status: 404 });
  const body = JSON.stringify(annotationJson(context.origin, text.slug, annotation));
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const headers = {
    "Content-Type": annotationType,
    ETag: etag,
    Allow: "GET, HEAD, OPTIONS",
    Vary: "Accept",
    "Cache-Control": "no-store",
    Link: '<http://www.w3.org/ns/ldp#Resource>; rel="type"',
  };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}
