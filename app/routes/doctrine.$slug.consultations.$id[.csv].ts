import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { Readable } from "node:stream";
import { consultedComments } from "#app/consultations/consulted-comments.server.ts";
import { consultationColumns, consultationLine } from "#app/consultations/export-consultation.ts";
import { readConsultation } from "#app/consultations/read-consultations.server.ts";
import { readText } from "#app/doctrine/read-text.server.ts";
import { pageKey } from "#app/requests/page-key.ts";

/** Every comment of a consultation, streamed, as UTF-8 with a header row; `?for=spreadsheet` puts a byte order mark first. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const text = await readText(params.slug ?? "");
  const consultation = text && (await readConsultation(text.id, pageKey(params.id ?? null) ?? 0));
  if (!consultation)
    return new Response("There is no such consultation.\n", {
      status: 404,
      headers: { "Content-Type": "text/plain" },
    });
  const { id } = consultation;
  const mark = new URL(request.url).searchParams.get("for") === "spreadsheet" ? "\ufeff" : "";
  const home = `${context.origin}/doctrine/${text.slug}`;
  async function* lines() {
    const encoder = new TextEncoder();
    yield encoder.encode(`${mark}${consultationColumns.join(",")}\r\n`);
    for await (const batch of consultedComments(id))
      yield encoder.encode(batch.map((row) => `${consultationLine(row, home)}\r\n`).join(""));
  }
  return new Response(createReadableStreamFromReadable(Readable.from(lines())), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${text.slug}-consultation-${id}.csv"`,
    },
  });
}
