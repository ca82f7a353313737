import type { LoaderFunctionArgs } from "@remix-run/node";
import { readDataLink } from "#app/personal-data/ask-for-data.server.ts";
import { readHeldData } from "#app/personal-data/read-held-data.server.ts";
import { secretPageHeaders } from "#app/requests/secret-page.ts";

/** All that is held about an address, as a file to keep or to take elsewhere (GDPR art. 15 and 20). */
export async function loader({ params }: LoaderFunctionArgs) {
  const headers = { ...secretPageHeaders, "X-Robots-Tag": "noindex" };
  const link = await readDataLink(params.token ?? "");
  if (!link?.email) return Response.json({ error: "not-found" }, { status: 404, headers });
  return new Response(`${JSON.stringify(await readHeldData(link.email), null, 2)}\n`, {
    headers: {
      ...headers,
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="my-data.json"',
    },
  });
}
