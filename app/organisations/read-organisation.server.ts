import { sql, type Transaction } from "#db/sql.ts";
import type { Language } from "#app/languages/language.ts";
import { searchQuery } from "#app/signatures/search-text.ts";
import type { Account } from "#app/accounts/account.ts";
import { nameKey } from "./name-key.ts";
import type {
  Member,
  MemberRole,
  Organisation,
  OrganisationForm,
  OrganisationSummary,
} from "./organisation.ts";

/** How many organisations a page of the list holds. */
const pageSize = 50;

/** The logo of `organisations`, or of what a question calls it. */
const logo = (organisations = sql`organisations`) => sql`
  (select json_build_object('sha256', i.sha256, 'width', i.width, 'height', i.height)
    from images i where i.sha256 = ${organisations}.logo_sha256) as logo`;

/** An organisation with this slug, or null; one that was merged into another is not there any more. */
export async function readOrganisation(slug: string): Promise<Organisation | null> {
  const [organisation] = await sql<Organisation[]>`
    select id, slug, name, sector, country, website, registration, about, ${logo()}
    from organisations where slug = ${slug} and merged_into is null and hidden_at is null`;
  return organisation ?? null;
}

/** The slug of an organisation, where only its id is known; null when there is none. */
export async function readOrganisationSlug(id: number): Promise<string | null> {
  const [row] = await sql<{ slug: string }[]>`select slug from organisations where id = ${id}`;
  return row?.slug ?? null;
}

/**
 * Organisations by name, those whose name holds all of the words typed, or their beginnings.
 * @param after the last organisation of the page before
 * @returns `next`, the key of the next page, is null on the last one
 */
export async function listOrganisations(
  typed: string,
  after: number | null,
): Promise<{ organisations: OrganisationSummary[]; next: number | null }> {
  const words = typed.trim() === "" ? null : searchQuery(nameKey(typed));
  if (words === null && typed.trim() !== "") return { organisations: [], next: null };
  const rows = await sql<OrganisationSummary[]>`
    select id, slug, name, sector, country, ${logo()} from organisations
    where merged_into is null and hidden_at is null and ${words === null ? sql`true` : sql`to_tsvector('simple', name_key) @@ to_tsquery('simple', ${words})`}
      and ${after === null ? sql`true` : sql`(name_key, id) > (select name_key, id from organisations where id = ${after})`}
    order by name_key, id limit ${pageSize + 1}`;
  const organisations = rows.slice(0, pageSize);
  return { organisations, next: rows.length > pageSize ? (organisations.at(-1)?.id ?? null) : null };
}

/** Where the page of an organisation is that was merged into another one: its slug, or null. */
export async function readMergedInto(slug: string): Promise<string | null> {
  const [into] = await sql<{ slug: string }[]>`
    select kept.slug from organisations gone join organisations kept on kept.id = gone.merged_into
    where gone.slug = ${slug}`;
  return into?.slug ?? null;
}

/** The organisations an account belongs to, by name, with its role. */
export async function organisationsOf(
  accountId: number,
): Promise<(OrganisationSummary & { role: MemberRole })[]> {
  return sql<(OrganisationSummary & { role: MemberRole })[]>`
    select o.id, o.slug, o.name, o.sector, o.country, ${logo(sql`o`)}, m.role
    from organisation_members m join organisations o on o.id = m.organisation_id
    where m.account_id = ${accountId} order by o.name_key, o.id`;
}

/**
 * Organisations that may be the one somebody is about to make: the same registration number in the same country, the
 * same website, or a name that is alike (three quarters of its trigrams, legal forms aside). Ten at most.
 */
export async function alikeOrganisations(
  form: Pick<OrganisationForm, "name" | "country" | "registration" | "website">,
): Promise<OrganisationSummary[]> {
  const key = nameKey(form.name);
  return sql<OrganisationSummary[]>`
    select id, slug, name, sector, country, ${logo()} from organisations
    where merged_into is null and hidden_at is null and (name_key = ${key} or (name_key % ${key} and similarity(name_key, ${key}) >= 0.75)
      or (${form.registration} <> '' and country = ${form.country} and registration = ${form.registration})
      or (${form.website} <> '' and website = ${form.website}))
    order by similarity(name_key, ${key}) desc, id limit 10`;
}

/** The members of an organisation: owners, then spokespersons, then the others, the longest there first. */
export async function readMembers(organisationId: number): Promise<Member[]> {
  return sql<Member[]>`
    select m.account_id as "accountId", a.name, m.role, m.joined_at as "joinedAt"
    from organisation_members m join accounts a on a.id = m.account_id and a.deleted_at is null
    where m.organisation_id = ${organisationId} 
    order by array_position(array['owner', 'spokesperson', 'member'], m.role), m.joined_at, m.account_id`;
}

/** Those who speak for an organisation, its owners and spokespersons, as mail reaches them. */
export async function listSpeakers(
  tx: Transaction,
  organisationId: number,
): Promise<{ email: string; language: Language }[]> {
  return tx<{ email: string; language: Language }[]>`
    select a.email, a.language from organisation_members m join accounts a on a.id = m.account_id
    where m.organisation_id = ${organisationId} and m.role in ('owner', 'spokesperson') and a.deleted_at is null
    order by a.id`;
}

/** Whether an account speaks for an organisation, as its owner or a spokesperson. */
export async function speaksFor(organisationId: number, accountId: number): Promise<boolean> {
  const speaker = await sql`
    select 1 from organisation_members
    where organisation_id = ${organisationId} and account_id = ${accountId} and role in ('owner', 'spokesperson')`;
  return speaker.count > 0;
}

/** What somebody is to an organisation. Administrators may do what owners do: one whose owners left needs somebody. */
export type Standing = { role: MemberRole | null; manages: boolean };

/** What an account is to an organisation; a stranger is nothing to it. */
export async function standingIn(organisationId: number, account: Account | null): Promise<Standing> {
  if (!account) return { role: null, manages: false };
  const [member] = await sql<{ role: MemberRole }[]>`
    select role from organisation_members where organisation_id = ${organisationId} and account_id = ${account.id}`;
  return { role: member?.role ?? null, manages: member?.role === "owner" || account.role === "admin" };
}

export type OpenInvitation = { email: string; role: MemberRole; createdAt: Date; expiresAt: Date };

/** Invitations that were not used yet, the newest first: addresses, for owners alone. */
export async function openInvitations(organisationId: number): Promise<OpenInvitation[]> {
  return sql<OpenInvitation[]>`
    select email, role, created_at as "createdAt", expires_at as "expiresAt" from organisation_invitations
    where organisation_id = ${organisationId} and expires_at > now() order by created_at desc, email`;
}

export type OrganisationEvent = {
  id: number;
  event:
    | (
        | "created"
        | "edited"
        | "invited"
        | "uninvited"
        | "joined"
        | "role-changed"
        | "removed"
        | "left"
        | "merged"
      )
    | ("domain-added" | "domain-proved" | "domain-failing" | "domain-lapsed" | "domain-removed")
    | ("mandate-mailed" | "mandate-federated" | "mandate-ended" | "provider-set" | "provider-removed")
    | ("signed" | "countersigned" | "signature-withdrawn" | "claim-refused");
  at: Date;
  /** Done by the clock, by nobody. */
  byItself: boolean;
  actor: string | null;
  account: string | null;
  role: MemberRole | null;
  /** What it is about: a domain, an issuer, a letter's title, another organisation. */
  subject: string;
};

/** The last hundred things done for an organisation, the newest first, for its members. Names of deleted accounts are null. */
export async function readEvents(organisationId: number): Promise<OrganisationEvent[]> {
  return sql<OrganisationEvent[]>`
    select e.id, e.event, e.at, e.actor_id is null as "byItself", actor.name as actor, account.name as account, e.role,
      e.subject
    from organisation_events e
    left join accounts actor on actor.id = e.actor_id
    left join accounts account on account.id = e.account_id
    where e.organisation_id = ${organisationId} order by e.id desc limit 100`;
}
