import type { LoaderFunctionArgs } from "@remix-run/node";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { publishPaper } from "#app/paper/publish-paper.server.ts";
import { networkOf, takeAttempt } from "#app/requests/limit.server.ts";

const plain = (text: string, status: number, headers: HeadersInit = {}) =>
  new Response(`${text}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8", ...headers } });

/** A published letter on paper: its text, its notes and who signed it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const letter = await readLetter(params.slug ?? "");
  if (!letter) return plain("There is no such letter.", 404);
  const wait = await takeAttempt({ "paper by network": networkOf(context.clientAddress) });
  if (wait !== null) return plain("Too many papers at once.", 429, { "Retry-After": String(wait) });
  context.madeOf.add(`letter:${letter.id}`);
  const made = await publishPaper(letter, context.origin);
  if (made.outcome === "busy") return plain("Many papers are being made.", 503, { "Retry-After": "30" });
  for (const id of made.textIds) context.madeOf.add(`text:${id}`);
  return new Response(made.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="${letter.slug}.pdf"`,
    },
  });
}
