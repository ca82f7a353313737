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
    const [signature] = await tx<{ letterId: number; state: string }[]>`
      select s.letter_id as "letterId", s.state from signatures s where ${givenBy(email)} and s.id = ${id}`;
    if (signature?.state === "withdrawn") return null;
    return signature ? newSignatureToken(tx, signature.letterId, id) : "";
  });
  if (token === null) return { outcome: "withdrawn" };
  return withdrawSignature(token, origin);
}
