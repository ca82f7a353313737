import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { Readable } from "node:stream";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { exported } from "#app/signatures/export-signatures.ts";
import { everySignature } from "#app/signatures/roster.server.ts";

/** Everything public about a letter's signatures, streamed: the columns of signatures.csv as JSON. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const letter = await readLetter(params.slug ?? "");
  if (!letter) return Response.json({ error: "not-found" }, { status: 404 });
  const { id, slug } = letter;
  async function* parts() {
    const encoder = new TextEncoder();
    yield encoder.encode(
      `{"letter":${JSON.stringify(`${context.origin}/letters/${slug}`)},"confirmed":${letter?.signatureCount ?? 0},"signatures":[`,
    );
    let between = "\n";
    for await (const batch of everySignature(id)) {
      yield encoder.encode(between + batch.map((row) => JSON.stringify(exported(row))).join(",\n"));
      between = ",\n";
    }
    yield encoder.encode("\n]}\n");
  }
  return new Response(createReadableStreamFromReadable(Readable.from(parts())), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${slug}-signatures.json"`,
    },
  });
}
