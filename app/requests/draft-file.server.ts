import type { LoaderFunctionArgs } from "@remix-run/node";
import { type DraftFormat, draftFormats, writeDraft } from "#app/paper/write-draft.server.ts";
import { accountOf, notFound } from "./visitor.server.ts";

/** Answers with a draft as a file to keep, to who may edit it; nobody on the way keeps a copy. */
export async function draftFile(args: LoaderFunctionArgs, format: DraftFormat): Promise<Response> {
  const { account } = await accountOf(args);
  const slug = args.params.slug ?? "";
  const made = await writeDraft(slug, account.id, format, args.context.origin);
  const headers = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" };
  if (made.outcome === "not-found") throw notFound();
  if (made.outcome === "busy")
    return new Response("Many papers are being made.\n", {
      status: 503,
      headers: { ...headers, "Content-Type": "text/plain; charset=utf-8", "Retry-After": "30" },
    });
  return new Response(made.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      ...headers,
      "Content-Type": draftFormats[format],
      // A slug holds nothing but small letters, digits and hyphens.
      "Content-Disposition": `attachment; filename="${slug}-draft.${format}"`,
    },
  });
}
