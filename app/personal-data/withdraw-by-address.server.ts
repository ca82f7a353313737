import { withdrawSignature } from "#app/signatures/confirm-signature.server.ts";
import { newSignatureToken } from "#app/signatures/sign-letter.server.ts";
import { sql } from "#db/sql.ts";
import { givenBy } from "./own-signatures.server.ts";

/** Withdraws a signature of an address as the link of its mails does, by such a link that nobody is given. */
export async function withdrawByAddress(
  email: string,
  id: number,
  origin: string,
): Promise<{ outcome: "withdrawn" | "unknown-token" | "invalidated" | "no-mandate" }> {
  const token = await sql.begin(async (tx) => {
    const [signature] = await tx<{ letterId: number }[]>`
      select s.letter_id as "letterId" from signatures s where ${givenBy(email)} and s.id = ${id}`;
    return signature ? newSignatureToken(tx, signature.letterId, id) : "";
  });
  return withdrawSignature(token, origin);
}
