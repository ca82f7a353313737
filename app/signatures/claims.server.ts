import type { Account } from "#app/accounts/account.ts";
import type { Language } from "#app/languages/language.ts";
import {
  claimRefusedMessage,
  signedForMessage,
  withdrawnByOwnerMessage,
} from "#app/mail/mandate-messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { lockForManager } from "#app/organisations/manage.server.ts";
import type { Level } from "#app/organisations/mandate.ts";
import { nameKey } from "#app/organisations/name-key.ts";
import { recordEvent as recordOrganisationEvent } from "#app/organisations/record-event.server.ts";
import { mailOwners } from "#app/organisations/tell-owners.server.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { sql } from "#db/sql.ts";
import { recordEvent } from "./sign-letter.server.ts";

/** What was signed in an organisation's name, or by somebody who says that they belong to it, as its owners see it. */
export type Claim = {
  letterId: number;
  id: number;
  slug: string;
  title: string;
  language: Language;
  kind: "organisation" | "person";
  /** Null when a person does not show their name: they say to belong to it, and nobody but they can read it. */
  name: string | null;
  representedBy: string;
  role: string;
  level: Level;
  evidence: string;
  provedAt: Date | null;
  signedAt: Date;
  refused: boolean;
};

/** The newest hundred that stand, its own signatures first. Claims of people who hide their name are not listed: nobody sees them. */
export async function listClaims(organisationId: number): Promise<Claim[]> {
  return sql<Claim[]>`
    select s.letter_id as "letterId", s.id, l.slug, l.title, l.language, s.kind, s.name, s.represented_by as "representedBy",
      s.role, s.level, s.level_evidence as evidence, s.level_proved_at as "provedAt", s.signed_at as "signedAt",
      s.claim_refused_at is not null as refused
    from signatures s join letters l on l.id = s.letter_id
    where s.organisation_id = ${organisationId} and s.state = 'confirmed' and s.level is not null and s.name_shown
    order by s.kind, s.signed_at desc, s.id desc limit 100`;
}

type Standing = {
  email: string;
  language: Language;
  name: string;
  title: string;
  slug: string;
  version: number;
};

/** Takes the organisation's own signature off a letter, on behalf of its owners; who gave it is told. */
export async function withdrawForOrganisation(
  organisation: { id: number; name: string },
  by: Account,
  { letterId, id }: { letterId: number; id: number },
  origin: string,
): Promise<{ outcome: "withdrawn" | "forbidden" | "not-found" }> {
  return sql.begin(async (tx) => {
    if (!(await lockForManager(tx, organisation.id, by))) return { outcome: "forbidden" as const };
    const [standing] = await tx<Standing[]>`
        update signatures s set state = 'withdrawn', withdrawn_at = now()
        from letters l
        where s.letter_id = ${letterId} and s.id = ${id} and s.organisation_id = ${organisation.id}
          and s.kind = 'organisation' and s.state in ('pending', 'held', 'confirmed') and l.id = s.letter_id
        returning s.email, s.language, s.represented_by as name, l.title, l.slug, s.version_number as version`;
    if (!standing) return { outcome: "not-found" as const };
    await recordEvent(tx, letterId, id, "withdrawn", standing.version);
    await recordOrganisationEvent(tx, organisation.id, by.id, "signature-withdrawn", {
      subject: standing.title,
    });
    const values = { name: standing.name, organisation: organisation.name, title: standing.title };
    const message = withdrawnByOwnerMessage(standing.language, values, `${origin}/letters/${standing.slug}`);
    if (standing.email !== by.email) await queueMail(tx, standing.email, standing.language, message);
    return { outcome: "withdrawn" as const };
  });
}

/** Says that a person does not belong to the organisation: their signature stays, the affiliation is not shown any more. */
export async function refuseClaim(
  organisation: { id: number; name: string },
  by: Account,
  { letterId, id }: { letterId: number; id: number },
  origin: string,
): Promise<{ outcome: "refused" | "forbidden" | "not-found" }> {
  return sql.begin(async (tx) => {
    if (!(await lockForManager(tx, organisation.id, by))) return { outcome: "forbidden" as const };
    const [standing] = await tx<Standing[]>`
        update signatures s set claim_refused_at = now()
        from letters l
        where s.letter_id = ${letterId} and s.id = ${id} and s.organisation_id = ${organisation.id}
          and s.kind = 'person' and s.claim_refused_at is null and l.id = s.letter_id
        returning s.email, s.language, s.name, l.title, l.slug, s.version_number as version`;
    // A second click finds it refused.
    if (!standing) return { outcome: "refused" as const };
    await recordEvent(tx, letterId, id, "claim-refused", standing.version);
    await recordOrganisationEvent(tx, organisation.id, by.id, "claim-refused", { subject: standing.title });
    const values = { name: standing.name, organisation: organisation.name, title: standing.title };
    const message = claimRefusedMessage(standing.language, values, `${origin}/letters/${standing.slug}`);
    await queueMail(tx, standing.email, standing.language, message);
    return { outcome: "refused" as const };
  });
}

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
    where name_key = ${nameKey(affiliation)} and merged_into is null order by id limit 2`;
  // Of two organisations of one name nobody knows which is meant.
  const [organisation] = alike;
  if (!organisation || alike.length > 1) return;
  const noted = await sql`
    update signatures set organisation_id = ${organisation.id}, level = 'declared'
    where letter_id = ${letterId} and id = ${id} and state = 'confirmed' and kind = 'person' and organisation_id is null
      and name_shown`;
  if (noted.count === 0) return;
  const told = await takeAttempt({ "claim mail by organisation": `${organisation.id}:${letterId}` });
  if (told !== null) return;
  const values = { name, organisation: organisation.name, title };
  const claims = `${origin}/organisations/${organisation.slug}/claims`;
  await sql.begin((tx) =>
    mailOwners(tx, organisation.id, (language) => signedForMessage(language, "claim", values, claims)),
  );
}
