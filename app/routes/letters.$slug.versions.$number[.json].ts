import type { LoaderFunctionArgs } from "@remix-run/node";
import { readLetter, readVersion } from "#app/letters/read-letter.server.ts";
import { pageKey } from "#app/requests/page-key.ts";

/** What was signed, whole, with its hash: docs/api.md says how to check it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const letter = await readLetter(params.slug ?? "");
  const number = pageKey(params.number ?? null);
  const version = letter && number !== null ? await readVersion(letter.id, Math.min(number, 1e9)) : null;
  if (!letter || !version) return Response.json({ error: "not-found" }, { status: 404 });
  context.madeOf.add(`letter:${letter.id}`);
  return Response.json({
    letter: `${context.origin}/letters/${letter.slug}`,
    number: version.number,
    publishedAt: version.publishedAt,
    reason: version.reason,
    signed: version.signed,
    sha256: version.sha256,
  });
}
