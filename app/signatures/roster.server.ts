import { type Fragment, sql } from "#db/sql.ts";
import type { RosterFilter, RosterKey } from "./roster.ts";
import { forgottenKey } from "./erase-signature.server.ts";
import { signerKey } from "./signer-key.ts";
import { searchQuery } from "./search-text.ts";
import type { PublicSignature } from "./signature.ts";

/**
 * What may be seen of a signature `s` and its organisation `o`: nothing personal when its name is not shown, no
 * affiliation that the organisation has refused, and the person behind an organisation only if they agreed.
 */
const publicColumns = () => sql`
  s.id, s.number, s.kind, s.place, s.version_number as version, s.origin = 'import' as imported,
  s.signed_at as "signedAt", s.level, s.level_evidence as "evidence", s.level_proved_at as "provedAt",
  case when s.name_shown then s.name end as name,
  case when s.name_shown then s.distinction else '' end as distinction,
  case when not s.name_shown or (s.kind = 'organisation' and s.origin = 'form' and not s.representative_shown)
    then '' else s.role end as role,
  case when s.representative_shown then s.represented_by else '' end as "representedBy",
  case when s.name_shown and s.claim_refused_at is null then s.affiliation else '' end as affiliation,
  case when s.name_shown then s.statement else '' end as statement,
  case when s.name_shown then s.website else '' end as website,
  case when s.name_shown then coalesce(o.country, nullif(s.country, ''), '') else '' end as country,
  case when s.name_shown and s.claim_refused_at is null and o.merged_into is null and o.hidden_at is null then o.slug end as "organisationSlug",
  case when s.name_shown and s.kind = 'organisation' then o.logo_sha256 end as logo,
  case when s.name_shown and s.kind = 'organisation' then o.sector end as sector`;

const withOrganisation = () => sql`signatures s left join organisations o on o.id = s.organisation_id`;

const pageSize = 100;

/** The conditions of a filter but its words; each is kept by an index in the roster's order or finds few rows. */
function conditions(filter: RosterFilter): Fragment {
  return sql`
    ${filter.kind === "organisation" ? sql`and s.place < 9` : sql``}
    ${filter.kind === "person" ? sql`and s.place = 9` : sql``}
    ${filter.level ? sql`and s.place < 9 and s.level = ${filter.level}` : sql``}
    ${filter.country ? sql`and s.place < 9 and o.country = ${filter.country}` : sql``}
    ${filter.sector ? sql`and s.place < 9 and o.sector = ${filter.sector}` : sql``}
    ${filter.version ? sql`and s.version_number = ${filter.version}` : sql``}
    ${filter.statement ? sql`and s.name_shown and s.statement <> ''` : sql``}`;
}

/**
 * A page of a letter's signatures: organisations by their level, then people, each in the order of signing.
 * @param filter.imported the imported ones, which are listed apart
 * @param after the place of the last signature of the page before
 * @returns `next`, the key of the next page, is null on the last one
 */
export async function readRoster(
  letterId: number,
  filter: RosterFilter,
  after: RosterKey | null,
): Promise<{ signatures: PublicSignature[]; next: RosterKey | null }> {
  const query = searchQuery(filter.search);
  if (filter.search.trim() !== "" && query === null) return { signatures: [], next: null };
  const here = sql`
    s.letter_id = ${letterId} and s.origin = ${filter.imported ? "import" : "form"} and s.state = 'confirmed'
    ${after === null ? sql`` : sql`and (s.place, s.id) > (${after.place}, ${after.id})`}`;
  const rows =
    query === null
      ? await sql<Placed[]>`
          select ${publicColumns()} from ${withOrganisation()} where ${here} ${conditions(filter)}
          order by s.place, s.id limit ${pageSize + 1}`
      : await searchRoster(here, conditions(filter), query);
  const signatures = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? signatures.at(-1) : undefined;
  return { signatures, next: last ? { place: last.place, id: last.id } : null };
}

/**
 * What signatories wrote and permit the press to quote, newest first. Who takes the permission, the name or the signature
 * back is not quoted any more.
 */
export async function quotableStatements(letterId: number, limit: number): Promise<PublicSignature[]> {
  return sql<PublicSignature[]>`
    select ${publicColumns()} from ${withOrganisation()}
    where s.letter_id = ${letterId} and s.quotable_since is not null and s.state = 'confirmed' and s.origin = 'form'
      and s.name_shown and s.statement <> ''
    order by s.id desc limit ${limit}`;
}

type Placed = PublicSignature & { place: number };

/** Signatures in the roster's order among which a frequent word fills a page: a rare one is found by the index of words. */
const near = 2000;

/** A page of the roster, and one more, of those whose public words begin with all of the words of `query`. */
async function searchRoster(here: Fragment, narrowed: Fragment, query: string): Promise<Placed[]> {
  const found = sql`s.name_shown and to_tsvector('simple', s.search_text) @@ to_tsquery('simple', ${query})`;
  const inOrder = sql`
    select s.letter_id, s.id from (select * from signatures s where ${here} order by s.place, s.id limit ${near}) s
    left join organisations o on o.id = s.organisation_id
    where ${found} ${narrowed} order by s.place, s.id`;
  // What is added to the place hides that there is such an order: read in it, a rare word is looked for in every row.
  const byWords = sql`
    select s.letter_id, s.id from ${withOrganisation()}
    where ${here} and ${found} ${narrowed} order by s.place + 0, s.id`;
  return sql.begin(async (tx) => {
    // How often a word is found decides everything, and a plan that is made once for all words knows nothing of it.
    await tx`set local plan_cache_mode = force_custom_plan`;
    const ask = (among: Fragment) => tx<Placed[]>`
      with among as materialized (${among} limit ${pageSize + 1})
      select ${publicColumns()} from among
      join ${withOrganisation()} on s.letter_id = among.letter_id and s.id = among.id
      order by s.place, s.id`;
    const first = await ask(inOrder);
    return first.length > pageSize ? first : ask(byWords);
  });
}

/**
 * The signatories to show first on the letter: those its author has pinned, then organisations by their level, then
 * people who say what they do and where.
 */
export async function readFirstSignatories(letterId: number, count: number): Promise<PublicSignature[]> {
  return sql<PublicSignature[]>`
    with pinned as (
      select s.letter_id, s.id, p.id as pin from pins p
      join signatures s on s.letter_id = p.letter_id and s.id = p.signature_id and s.state = 'confirmed' and s.name_shown
      where p.letter_id = ${letterId} and p.unpinned_at is null
    ), standing as (
      select letter_id, id from signatures
      where letter_id = ${letterId} and state = 'confirmed' and name_shown
      order by standing desc, id limit ${count}
    )
    select ${publicColumns()}, chosen.pin is not null as pinned
    from (
      select letter_id, id, pin from pinned
      union all
      select letter_id, id, null from standing where id not in (select id from pinned)
    ) chosen
    join ${withOrganisation()} on s.letter_id = chosen.letter_id and s.id = chosen.id
    order by chosen.pin, s.standing desc, s.id limit ${count}`;
}

/** The signatories that the author of a letter shows first, in the order of choosing. */
export async function readPinned(letterId: number): Promise<PublicSignature[]> {
  return sql<PublicSignature[]>`
    select ${publicColumns()}, true as pinned
    from pins p join ${withOrganisation()} on s.letter_id = p.letter_id and s.id = p.signature_id
    where p.letter_id = ${letterId} and p.unpinned_at is null and s.state = 'confirmed' and s.name_shown
    order by p.id`;
}

/** One signature as everybody sees it, or null when it does not stand. */
export async function readSignature(letterId: number, id: number): Promise<PublicSignature | null> {
  const [signature] = await sql<PublicSignature[]>`
    select ${publicColumns()} from ${withOrganisation()}
    where s.letter_id = ${letterId} and s.id = ${id} and s.state = 'confirmed'`;
  return signature ?? null;
}

/** The countries of the organisations that signed a letter, as codes, in their order. */
export async function rosterCountries(letterId: number): Promise<string[]> {
  const rows = await sql<{ country: string }[]>`
    select distinct o.country from signatures s join organisations o on o.id = s.organisation_id
    where s.letter_id = ${letterId} and s.origin = 'form' and s.place < 9 and s.state = 'confirmed' order by o.country`;
  return rows.map(({ country }) => country);
}

/** How many organisations signed a letter by each level of their mandate, the best proved first. */
export async function organisationsByLevel(
  letterId: number,
): Promise<{ level: NonNullable<PublicSignature["level"]>; count: number }[]> {
  return sql`
    select level, count(*)::int as count from signatures
    where letter_id = ${letterId} and origin = 'form' and place < 9 and state = 'confirmed' and level is not null
    group by level order by min(place)`;
}

/** Whether who has this address has signed a letter and confirmed it: who is held must not see a difference. */
export async function hasSigned(letterId: number, email: string): Promise<boolean> {
  const signed = await sql`
    select 1 from signatures
    where letter_id = ${letterId} and signer_key in (${signerKey(email)}, ${forgottenKey(email)}) and state in ('held', 'confirmed')`;
  return signed.count > 0;
}

/** Every public signature of a letter in batches, so that a million of them never stand in memory at once. */
export async function* everySignature(letterId: number): AsyncGenerator<PublicSignature[]> {
  for (const imported of [false, true]) {
    let after = { place: 0, id: 0 };
    for (;;) {
      const rows = await sql<(PublicSignature & { place: number })[]>`
        select ${publicColumns()} from ${withOrganisation()}
        where s.letter_id = ${letterId} and s.origin = ${imported ? "import" : "form"} and s.state = 'confirmed'
          and (s.place, s.id) > (${after.place}, ${after.id})
        order by s.place, s.id limit 2000`;
      if (rows.length > 0) yield rows;
      const last = rows.at(-1);
      if (!last || rows.length < 2000) break;
      after = { place: last.place, id: last.id };
    }
  }
}

/** Signatures by day, in Paris, as the sequencer has counted them, the first day first; days without any are left out. */
export async function signaturesByDay(letterId: number): Promise<{ day: string; count: number }[]> {
  return sql<{ day: string; count: number }[]>`
    select day, signature_count as count from letter_days
    where letter_id = ${letterId} and signature_count > 0 order by day`;
}
