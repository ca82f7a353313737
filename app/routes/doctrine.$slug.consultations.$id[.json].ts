import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { Readable } from "node:stream";
import { consultedComments, consultedDispositions } from "#app/consultations/consulted-comments.server.ts";
import { exportedConsulted } from "#app/consultations/export-consultation.ts";
import { readConsultation } from "#app/consultations/read-consultations.server.ts";
import { readText } from "#app/doctrine/read-text.server.ts";
import { pageKey } from "#app/requests/page-key.ts";

/** A consultation with its dispositions and, streamed, every comment: the columns of its CSV as JSON. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const text = await readText(params.slug ?? "");
  const consultation = text && (await readConsultation(text.id, pageKey(params.id ?? null) ?? 0));
  if (!consultation) return Response.json({ error: "not-found" }, { status: 404 });
  const { id, title, opensAt, endsAt, state } = consultation;
  const home = `${context.origin}/doctrine/${text.slug}`;
  const head = {
    ...{ text: home, url: `${home}/consultations/${id}`, title, state, opens_at: opensAt, ends_at: endsAt },
    dispositions: await consultedDispositions(id),
  };
  async function* parts() {
    const encoder = new TextEncoder();
    yield encoder.encode(`${JSON.stringify(head).slice(0, -1)},"comments":[`);
    let between = "\n";
    for await (const batch of consultedComments(id)) {
      yield encoder.encode(
        between + batch.map((row) => JSON.stringify(exportedConsulted(row, home))).join(",\n"),
      );
      between = ",\n";
    }
    yield encoder.encode("\n]}\n");
  }
  return new Response(createReadableStreamFromReadable(Readable.from(parts())), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${text.slug}-consultation-${id}.json"`,
    },
  });
}
