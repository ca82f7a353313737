import type { LoaderFunctionArgs } from "@remix-run/node";
import { secretPageHeaders } from "#app/requests/secret-page.ts";
import { readReceipt, receiptJson } from "#app/signatures/receipt.server.ts";

/** The receipt as a file to keep: docs/api.md describes its fields and how to verify it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const headers = { ...secretPageHeaders, "X-Robots-Tag": "noindex" };
  const receipt = await readReceipt(params.token ?? "");
  if (!receipt) return Response.json({ error: "not-found" }, { status: 404, headers });
  return new Response(`${JSON.stringify(receiptJson(receipt, context.origin), null, 2)}\n`, {
    headers: {
      ...headers,
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="receipt-${receipt.slug}-v${receipt.version}.json"`,
    },
  });
}
