import { signedForMessage } from "#app/mail/mandate-messages.ts";
import { nameKey } from "#app/organisations/name-key.ts";
import { mailOwners } from "#app/organisations/tell-owners.server.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { sql } from "#db/sql.ts";

/**
 * Takes note that somebody who signed as a person typed the name of an organisation that is here: it is a declared
 * claim, and its owners are told, once a day and letter at most. Called once the signature is confirmed.
 */
export async function noteClaim(
  {
    letterId,
    id,
    name,
    affiliation,
    title,
  }: { letterId: number; id: number; name: string; affiliation: string; title: string },
  origin: string,
): Promise<void> {
  if (affiliation === "") return;
  const alike = await sql<{ id: number; name: string; slug: string }[]>`
    select id, name, slug from organisations
    where name_key = ${nameKey(affiliation)} and merged_into is null and hidden_at is null order by id limit 2`;
  // Of two organisations of one name nobody knows which is meant.
  const [organisation] = alike;
  if (!organisation || alike.length > 1) return;
  // Of a held signature its signatory must see no difference; owners find it among their claims once it is released.
  const [noted] = await sql<{ state: string }[]>`
    update signatures set organisation_id = ${organisation.id}, level = 'declared'
    where letter_id = ${letterId} and id = ${id} and state in ('held', 'confirmed') and kind = 'person' and organisation_id is null
      and name_shown
    returning state`;
  if (noted?.state !== "confirmed") return;
  const told = await takeAttempt({ "claim mail by organisation": `${organisation.id}:${letterId}` });
  if (told !== null) return;
  const values = { name, organisation: organisation.name, title };
  const claims = `${origin}/organisations/${organisation.slug}/claims`;
  await sql.begin((tx) =>
    mailOwners(tx, organisation.id, (language) => signedForMessage(language, "claim", values, claims)),
  );
}
