import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportedSummary } from "#app/letters/export-letter.ts";
import { sorts } from "#app/letters/letter.ts";
import { listLetters } from "#app/letters/read-letter.server.ts";
import { pageKey } from "#app/requests/page-key.ts";

/** A page of the published letters, as /letters shows them; docs/api.md describes every field. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  context.madeOf.add("letters");
  const { searchParams } = new URL(request.url);
  const sort = sorts.find((choice) => choice === searchParams.get("sort")) ?? "newest";
  const { letters, next } = await listLetters(sort, pageKey(searchParams.get("after")));
  return Response.json({
    letters: letters.map((letter) => exportedSummary(letter, context.origin)),
    next: next === null ? null : `${context.origin}/letters.json?sort=${sort}&after=${next}`,
  });
}
