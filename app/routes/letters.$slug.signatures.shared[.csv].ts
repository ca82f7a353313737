import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { Readable } from "node:stream";
import { accountOf, notFound } from "#app/requests/visitor.server.ts";
import { countStates, reviewerOf, sharedSignatures } from "#app/signatures/review-signatures.server.ts";
import { reviewedStates } from "#app/signatures/review.ts";
import { csvCell } from "#app/signatures/export-signatures.ts";

/**
 * What a letter's signatories share with its author, as CSV: names that are shown, with role and affiliation, and how
 * many signatures are in each state. No addresses: to ask to be kept informed is a wish to Tribune, and no consent to
 * hand an address out.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { account } = await accountOf(args);
  const reviewer = await reviewerOf(args.params.slug ?? "", account);
  if (!reviewer) throw notFound();
  const { letter } = reviewer;
  const counts = await countStates(letter.id);
  async function* lines() {
    const encoder = new TextEncoder();
    const line = (cells: (string | number)[]) => `${cells.map(csvCell).join(",")}\r\n`;
    yield encoder.encode(line(["kind", "name", "role", "affiliation", "signed_at", "signatures"]));
    for (const state of reviewedStates)
      yield encoder.encode(line([`count: ${state}`, "", "", "", "", counts[state]]));
    for await (const batch of sharedSignatures(letter.id))
      yield encoder.encode(
        batch
          .map(({ name, role, affiliation, signedAt }) =>
            line(["signature", name, role, affiliation, signedAt.toISOString(), 1]),
          )
          .join(""),
      );
  }
  return new Response(createReadableStreamFromReadable(Readable.from(lines())), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${letter.slug}-shared.csv"`,
    },
  });
}
