import { z } from "zod";
import { sql } from "#db/sql.ts";
import { askWithBounds } from "./ask-provider.server.ts";
import { defaultSiretSearch } from "./identity.ts";

const Answer = z.object({
  results: z.array(
    z.object({
      siren: z.string(),
      nom_complet: z.string(),
      complements: z
        .object({
          est_service_public: z.boolean().nullish(),
          collectivite_territoriale: z.unknown().optional(),
        })
        .optional(),
    }),
  ),
});

/**
 * Asks the register for the bodies it has not named yet, ten at most and one after the other. A job calls it: nobody
 * waits for it, and a body without an answer is asked for again after an hour.
 * @returns why it did not answer, a line for each time
 */
export async function nameBodies(): Promise<string[]> {
  const unnamed = await sql<{ siret: string }[]>`
    select siret from officials
    where looked_up_at is null or (body_name = '' and looked_up_at < now() - interval '1 hour')
    group by siret order by min(proved_at) limit 10`;
  const failures: string[] = [];
  for (const { siret } of unnamed) {
    const found = await look(siret).catch((fault: unknown) => {
      failures.push(fault instanceof Error ? fault.message : String(fault));
      return null;
    });
    await sql`
      update officials set looked_up_at = now(), body_name = ${found?.name ?? ""}, public_body = ${found?.isPublic ?? null}
      where siret = ${siret}`;
  }
  return failures;
}

/** What the register says of a SIRET; one that it does not know is no public body. @throws when it does not answer as it should */
async function look(siret: string): Promise<{ name: string; isPublic: boolean | null }> {
  const address = new URL(process.env.SIRET_SEARCH_URL?.trim() || defaultSiretSearch);
  address.searchParams.set("q", siret);
  address.searchParams.set("per_page", "1");
  const answer = await askWithBounds(
    address.href,
    { headers: { Accept: "application/json", "User-Agent": "Tribune" } },
    { typed: false, wait: 3000 },
  );
  if (answer.status !== 200) throw new Error(`${address.host} answers ${answer.status}`);
  const { results } = Answer.parse(await answer.json());
  // It searches words too: only the body whose number this is counts.
  const found = results.find(({ siren }) => siren === siret.slice(0, 9));
  if (!found) return { name: "", isPublic: false };
  const { complements } = found;
  return {
    name: found.nom_complet.replace(/\s+/gu, " ").trim().slice(0, 300),
    isPublic: complements
      ? complements.est_service_public === true || Boolean(complements.collectivite_territoriale)
      : null,
  };
}
