import type { Transaction } from "#db/sql.ts";
import type { OldStanding, PlannedRevision, ProposedRevision } from "./revision-plan.server.ts";
import type { PlacedProvision } from "./placed-provisions.ts";

/** Rows of one statement: each has ten seconds. */
const together = 2000;

type Known = { id: number; slug: string; dated: string };

/**
 * Writes what was planned and has no question left: the text when it is new, the revision, the provisions that are
 * new, what each of them says, and the addresses.
 */
export async function writeRevision(
  tx: Transaction,
  proposed: ProposedRevision,
  planned: PlannedRevision,
  accountId: number | null,
): Promise<{ textId: number; revisionId: number }> {
  const { title, language, slug, dated, source } = proposed;
  const { placed, match, old, sha256 } = planned;
  const [text] = await tx<{ id: number }[]>`
    insert into doctrine_texts (slug, title, language) values (${slug}, ${title}, ${language})
    on conflict (slug) do update set title = excluded.title returning id`;
  const textId = text?.id ?? 0;
  const [revision] = await tx<{ id: number }[]>`
    insert into revisions (text_id, dated, title, source, sha256, provision_count, created_by)
    values (${textId}, ${dated}, ${title}, ${source}, ${sha256}, ${placed.length}, ${accountId}) returning id`;
  const revisionId = revision?.id ?? 0;
  const known = planned.text ? await readKnown(tx, textId) : [];
  const returned = await findReturned(tx, textId, planned);
  const ids = placed.map(
    ({ slug: its }, place) => old[match.from[place] ?? -1]?.id ?? returned.get(its) ?? null,
  );
  await readdress(tx, known, placed, ids);
  const made = await insertProvisions(
    tx,
    textId,
    placed.filter((_, place) => ids[place] === null),
  );
  const identities = placed.map(({ slug: its }, place) => ids[place] ?? made.get(its) ?? 0);
  await insertStates(tx, revisionId, placed, identities, match.changes);
  return { textId, revisionId };
}

/** Every provision that the text ever had, and the date of the last revision that had it. */
function readKnown(tx: Transaction, textId: number): Promise<Known[]> {
  return tx<Known[]>`
    select p.id, p.slug, max(r.dated) as dated from provisions p
    join provision_states s on s.provision_id = p.id
    join revisions r on r.id = s.revision_id
    where p.text_id = ${textId} group by p.id, p.slug`;
}

/**
 * Provisions that the revision before had not and an earlier one had, by their address: those that come back under
 * their number with the very text they had are the same again, others of that number are not.
 */
async function findReturned(
  tx: Transaction,
  textId: number,
  { text, placed, match, old }: PlannedRevision,
): Promise<Map<string, number>> {
  const fresh = placed.filter((_, place) => match.from[place] === null);
  const returned = new Map<string, number>();
  if (!text || fresh.length === 0) return returned;
  const gone = await tx<OldStanding[]>`
    select distinct on (s.slug) s.provision_id as id, s.slug, s.kind, s.number, s.title, s.body as text
    from provision_states s
    join provisions p on p.id = s.provision_id
    join revisions r on r.id = s.revision_id
    where p.text_id = ${textId} and s.slug = any(${fresh.map(({ slug }) => slug)})
      and p.id <> all(${old.map(({ id }) => id)})
    order by s.slug, r.dated desc`;
  const bySlug = new Map(gone.map((each) => [each.slug, each]));
  for (const { slug, kind, title, text: words } of fresh) {
    const before = bySlug.get(slug);
    const same = before && before.kind === kind && before.title === title && before.text === words;
    if (same && (words !== "" || title !== "")) returned.set(slug, before.id);
  }
  return returned;
}

/** Gives each provision of the revision its address there; who has it and is gone has the date behind it. */
async function readdress(
  tx: Transaction,
  known: Known[],
  placed: PlacedProvision[],
  ids: (number | null)[],
): Promise<void> {
  const wanted = new Set(placed.map(({ slug }) => slug));
  const wishes = new Map(placed.map(({ slug }, place) => [ids[place] ?? 0, slug]));
  const changes = known.flatMap(({ id, slug, dated }) => {
    const wish = wishes.get(id) ?? (wanted.has(slug) ? `${slug}~${dated}` : slug);
    return wish === slug ? [] : [{ id, slug: wish }];
  });
  if (changes.length === 0) return;
  const moving = changes.map(({ id }) => id);
  // Two that change places would stand on each other.
  await tx`update provisions set slug = '~' || id where id = any(${moving})`;
  await tx`
    update provisions p set slug = c.slug
    from unnest(${moving}::bigint[], ${changes.map(({ slug }) => slug)}::text[]) as c (id, slug) where p.id = c.id`;
}

/** @returns the identity of each new provision by its address */
async function insertProvisions(
  tx: Transaction,
  textId: number,
  fresh: PlacedProvision[],
): Promise<Map<string, number>> {
  const made = new Map<string, number>();
  for (let at = 0; at < fresh.length; at += together) {
    const slugs = fresh.slice(at, at + together).map(({ slug }) => slug);
    const rows = await tx<{ id: number; slug: string }[]>`
      insert into provisions (text_id, slug)
      select ${textId}, slug from unnest(${slugs}::text[]) with ordinality as n (slug, place) order by place
      returning id, slug`;
    for (const { id, slug } of rows) made.set(slug, id);
  }
  return made;
}

async function insertStates(
  tx: Transaction,
  revisionId: number,
  placed: PlacedProvision[],
  identities: number[],
  changes: string[],
): Promise<void> {
  const bySlug = new Map(placed.map(({ slug }, place) => [slug, identities[place] ?? 0]));
  for (let at = 0; at < placed.length; at += together) {
    const rows = placed.slice(at, at + together);
    const of = <Value>(value: (row: PlacedProvision, place: number) => Value) =>
      rows.map((row, place) => value(row, at + place));
    await tx`
      insert into provision_states (revision_id, provision_id, parent_id, position, depth, descendants, kind, number,
        title, body, slug, change, refers_to)
      select ${revisionId}, n.* from unnest(
        ${of((_, place) => identities[place] ?? 0)}::bigint[],
        ${of(({ above }) => (above === null ? null : (bySlug.get(above) ?? null)))}::bigint[],
        ${of((_, place) => place + 1)}::integer[], ${of(({ depth }) => depth)}::smallint[],
        ${of(({ descendants }) => descendants)}::integer[], ${of(({ kind }) => kind)}::text[],
        ${of(({ number }) => number)}::text[], ${of(({ title }) => title)}::text[],
        ${of(({ text }) => text)}::text[], ${of(({ slug }) => slug)}::text[],
        ${of((_, place) => changes[place] ?? "new")}::text[],
        ${of(({ references }) => JSON.stringify(references))}::text[]::jsonb[]) as n`;
  }
}
