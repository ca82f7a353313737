import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { Readable } from "node:stream";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { csvColumns, csvLine, everySignature } from "#app/signatures/roster.server.ts";

/** Everything public about a letter's signatures, streamed, as UTF-8 with a header row. */
export async function loader({ params }: LoaderFunctionArgs) {
  const letter = await readLetter(params.slug ?? "");
  if (!letter)
    return new Response("There is no such letter.\n", {
      status: 404,
      headers: { "Content-Type": "text/plain" },
    });
  async function* lines() {
    const encoder = new TextEncoder();
    // The byte order mark makes spreadsheets read UTF-8.
    yield encoder.encode(`\ufeff${csvColumns.join(",")}\r\n`);
    for await (const batch of everySignature(letter?.id ?? 0))
      yield encoder.encode(batch.map((row) => `${csvLine(row)}\r\n`).join(""));
  }
  return new Response(createReadableStreamFromReadable(Readable.from(lines())), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${letter.slug}-signatures.csv"`,
    },
  });
}
