import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { Readable } from "node:stream";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { csvColumns, csvLine } from "#app/signatures/export-signatures.ts";
import { everySignature } from "#app/signatures/roster.server.ts";

/**
 * Everything public about a letter's signatures, streamed, as UTF-8 with a header row. With `?for=spreadsheet` a
 * byte order mark comes first: Excel takes a file without one for the machine's own encoding, and programs that
 * are not spreadsheets take the mark for part of the first column's name.
 */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const letter = await readLetter(params.slug ?? "");
  if (!letter)
    return new Response("There is no such letter.\n", {
      status: 404,
      headers: { "Content-Type": "text/plain" },
    });
  const mark = new URL(request.url).searchParams.get("for") === "spreadsheet" ? "\ufeff" : "";
  async function* lines() {
    const encoder = new TextEncoder();
    yield encoder.encode(`${mark}${csvColumns.join(",")}\r\n`);
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
