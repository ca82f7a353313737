import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportedSummary } from "#app/organisations/export-organisation.ts";
import { listOrganisations } from "#app/organisations/read-organisation.server.ts";
import { networkOf } from "#app/requests/limit.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { countRead } from "#app/requests/count-read.server.ts";

/** A page of the organisations, as /organisations shows them; docs/api.md describes every field. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const typed = (searchParams.get("search") ?? "").slice(0, 200);
  // The list itself is kept in memory; each search is one of its own.
  const counted = typed === "" ? null : await countRead("find by network", networkOf(context.clientAddress));
  if (counted?.refusal) return counted.refusal;
  context.madeOf.add("organisations");
  const { organisations, next } = await listOrganisations(typed, pageKey(searchParams.get("after")));
  const search = typed === "" ? "" : `search=${encodeURIComponent(typed)}&`;
  return Response.json(
    {
      organisations: organisations.map((one) => exportedSummary(one, context.origin)),
      next: next === null ? null : `${context.origin}/organisations.json?${search}after=${next}`,
    },
    { headers: counted?.headers },
  );
}
