import { createHash } from "node:crypto";
import sharp from "sharp";
import { binds } from "#app/organisations/mandate.ts";
import { nameKey } from "#app/organisations/name-key.ts";
import { searchText } from "#app/signatures/search-text.ts";
import type { Transaction } from "#db/sql.ts";
import { after, day } from "./moments.ts";
import type { SampleOrganisation } from "./sample-organisations.ts";

/** An organisation of the sample content with its members and what is proved of it, as the domain's verbs leave them. */
export async function writeOrganisation(
  tx: Transaction,
  sample: SampleOrganisation,
  accountOf: (name: string) => number,
  at: Date,
): Promise<void> {
  const { slug, name, sector, country, website, registration, about, members, proof } = sample;
  const first = accountOf(members[0]?.name ?? "");
  const logo = await writeLogo(tx, sample, first);
  const [made] = await tx<{ id: number }[]>`
    insert into organisations (slug, name, name_key, sector, country, website, registration, about, logo_sha256,
      created_at, edited_at)
    values (${slug}, ${name}, ${nameKey(name)}, ${sector}, ${country}, ${website}, ${registration}, ${about}, ${logo},
      ${at}, ${at})
    returning id`;
  if (!made) throw new Error(`the organisation ${slug} was not written`);
  for (const [place, { name: member, role }] of members.entries()) {
    const account = accountOf(member);
    const joinedAt = after(at, place * day);
    await tx`
      insert into organisation_members (organisation_id, account_id, role, joined_at)
      values (${made.id}, ${account}, ${role}, ${joinedAt})`;
    await tx`
      insert into organisation_events (organisation_id, event, at, actor_id, role)
      values (${made.id}, ${place === 0 ? "created" : "joined"}, ${joinedAt}, ${account}, ${place === 0 ? null : role})`;
  }
  const provedAt = after(at, 3 * day);
  // A provider of one's own needs a proved domain first.
  if (proof === "domain" || proof === "federated")
    await tx`
      insert into organisation_domains (organisation_id, domain, token, state, method, created_by, created_at, proved_at,
        checked_at, next_check_at, last_outcome)
      values (${made.id}, ${new URL(website).hostname}, ${`sample-${slug}`}, 'proved', 'dns', ${first}, ${at}, ${provedAt},
        ${provedAt}, now() + interval '7 days', 'proved')`;
  if (proof === "mailed" || proof === "federated")
    await tx`
      insert into mandates (organisation_id, account_id, level, evidence, granted_at)
      values (${made.id}, ${first}, ${proof}, ${evidenceOf(sample)}, ${provedAt})`;
}

const evidenceOf = ({ proof, website }: SampleOrganisation) =>
  proof === "declared" ? "" : proof === "federated" ? `${website}login` : new URL(website).hostname;

/** Draws the mark and stores it as an upload would be. @returns its SHA-256, null when there is none */
async function writeLogo(
  tx: Transaction,
  { logo }: SampleOrganisation,
  account: number,
): Promise<string | null> {
  if (logo.length === 0) return null;
  const paths = logo
    .map(([path, colour]) => `<path d="${path}" fill="${colour}" fill-rule="evenodd"/>`)
    .join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="192" height="192">${paths}</svg>`;
  const bytes = await sharp(Buffer.from(svg)).webp().toBuffer();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await tx`
    insert into images (sha256, media_type, bytes, width, height, uploaded_by)
    values (${sha256}, 'image/webp', ${bytes}, 192, 192, ${account}) on conflict do nothing`;
  return sha256;
}

/** What the organisation signs: its own signatures, or with a declared mandate the one of a person with an affiliation. */
export async function writeItsSignatures(
  tx: Transaction,
  sample: SampleOrganisation,
  accountOf: (name: string) => number,
  at: Date,
): Promise<void> {
  for (const [place, { letter, by, role, shown, statement, countersigned }] of sample.signs.entries()) {
    const bound = binds(sample.proof);
    const signedAt = new Date(at.getTime() + (place * 11 + sample.slug.length * 97) * 60_000);
    const provedAt = bound ? (countersigned ? after(signedAt, 0.4 * day) : after(at, -5 * day)) : null;
    const search = bound
      ? searchText(sample.name, shown ? by : "", shown ? role : "")
      : searchText(by, role, sample.name);
    const written = await tx`
      insert into signatures (letter_id, version_number, signer_key, kind, state, name, email, role, affiliation,
        statement, name_shown, quotable_since, keep_informed, language, search_text, created_at, signed_at, confirmed_at,
        answered_version, organisation_id, account_id, level, level_evidence, level_proved_at, represented_by,
        representative_shown)
      select l.id, 1, ${bound ? `organisation:${sample.slug}` : `declared:${sample.slug}`} ,
        ${bound ? "organisation" : "person"}, 'confirmed', ${bound ? sample.name : by}, a.email, ${role},
        ${bound ? "" : sample.name}, ${statement}, true, ${statement === "" ? null : signedAt}, true, a.language, ${search}, ${signedAt}, ${signedAt},
        ${signedAt}, 1, o.id, a.id, ${countersigned ? "countersigned" : sample.proof}, ${evidenceOf(sample)}, ${provedAt},
        ${bound ? by : ""}, ${bound && shown}
      from letters l, organisations o, accounts a
      where l.slug = ${letter} and o.slug = ${sample.slug} and a.id = ${accountOf(by)}`;
    if (written.count !== 1) throw new Error(`${sample.slug} did not sign ${letter}`);
  }
  // The key of a signature is its organisation's id, which is known only now.
  await tx`
    update signatures s set signer_key = case when s.kind = 'organisation' then 'organisation:' || o.id else s.email end
    from organisations o
    where o.id = s.organisation_id and o.slug = ${sample.slug}`;
  await tx`
    insert into signature_events (letter_id, signature_id, event, version_number, at)
    select s.letter_id, s.id, event, 1, s.signed_at
    from signatures s join organisations o on o.id = s.organisation_id, (values ('signed'), ('confirmed')) as e (event)
    where o.slug = ${sample.slug}`;
}
