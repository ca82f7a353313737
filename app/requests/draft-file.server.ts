import type { LoaderFunctionArgs } from "@remix-run/node";
import { type DraftFormat, draftFormats, writeDraft } from "#app/paper/write-draft.server.ts";
import { networkOf, takeAttempt } from "./limit.server.ts";
import { accountOf, notFound } from "./visitor.server.ts";

const headers = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" };

const plain = (text: string, status: number, wait: number) =>
  new Response(`${text}\n`, {
    status,
    headers: { ...headers, "Content-Type": "text/plain; charset=utf-8", "Retry-After": String(wait) },
  });

/** Answers with a draft as a file to keep, to who may edit it; nobody on the way keeps a copy. */
export async function draftFile(args: LoaderFunctionArgs, format: DraftFormat): Promise<Response> {
  const { account } = await accountOf(args);
  const slug = args.params.slug ?? "";
  const wait = await takeAttempt({ "paper by network": networkOf(args.context.clientAddress) });
  if (wait !== null) return plain("Too many papers at once.", 429, wait);
  const made = await writeDraft(slug, account.id, format, args.context.origin);
  if (made.outcome === "not-found") throw notFound();
  if (made.outcome === "busy") return plain("Many papers are being made.", 503, 30);
  return new Response(made.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      ...headers,
      "Content-Type": draftFormats[format],
      // A slug holds nothing but small letters, digits and hyphens.
      "Content-Disposition": `attachment; filename="${slug}-draft.${format}"`,
    },
  });
}
