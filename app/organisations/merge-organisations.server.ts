import { moveCoAuthors } from "#app/co-authors/move-co-authors.server.ts";
import type { Account } from "#app/accounts/account.ts";
import { recordAct } from "#app/administration/record-act.server.ts";
import { lockAnswersOf, moveAnswers } from "#app/doctrine/mark-official.server.ts";
import { organisationsMergedMessage } from "#app/mail/proof-messages.ts";
import { moveSignatures, signaturesToMove } from "#app/signatures/move-signatures.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { endMandatesElsewhere } from "./end-mandate.server.ts";
import { nameKey } from "./name-key.ts";
import type { Organisation, OrganisationSummary } from "./organisation.ts";
import { listOrganisations, readMembers, readOrganisation } from "./read-organisation.server.ts";
import { forgetProvider } from "#app/identity/set-provider.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { mailOwners } from "./tell-owners.server.ts";

type Named = Pick<Organisation, "id" | "name" | "slug">;

/** Organisations that somebody may mean by what they typed: a slug, a page's address, or words of a name. */
export async function findKept(typed: string, gone: number): Promise<OrganisationSummary[]> {
  const slug = typed
    .trim()
    .replace(/^.*\/organisations\//, "")
    .replace(/[/?#].*$/, "");
  const exact = await readOrganisation(slug);
  const found = exact
    ? [exact]
    : typed.trim() === ""
      ? []
      : (await listOrganisations(typed, null)).organisations;
  return found.filter(({ id }) => id !== gone).slice(0, 20);
}

/** What merging `gone` into `kept` would move. */
export async function previewMerge(
  gone: number,
  kept: number,
): Promise<{ members: string[]; signatures: number; both: string[] }> {
  const [members, { count, both }] = await Promise.all([
    readMembers(gone),
    signaturesToMove(sql, gone, kept),
  ]);
  return { members: members.map(({ name }) => name), signatures: count, both };
}

/**
 * Merges the page of an organisation into another page of the same one, for good: members, mandates, domains,
 * invitations, signatures and the log move, and the old address leads to the new one.
 * @param typedName the name of the page that goes, typed to confirm
 */
export async function mergeOrganisations(
  gone: number,
  kept: number,
  by: Account,
  typedName: string,
  origin: string,
): Promise<{ outcome: "merged"; slug: string } | { outcome: "forbidden" | "not-found" | "wrong-name" }> {
  if (by.role !== "admin") return { outcome: "forbidden" };
  return sql.begin(async (tx) => {
    await lockAnswersOf(tx, [gone, kept]);
    // In the order of their ids, so that two who merge them the other way round do not wait for each other.
    const both = await tx<Named[]>`
      select id, name, slug from organisations where id in (${gone}, ${kept}) and merged_into is null and hidden_at is null order by id for update`;
    const from = both.find(({ id }) => id === gone);
    const into = both.find(({ id }) => id === kept);
    if (!from || !into || from === into) return { outcome: "not-found" as const };
    if (nameKey(typedName) !== nameKey(from.name)) return { outcome: "wrong-name" as const };
    await moveMembers(tx, gone, kept);
    await forgetProvider(tx, gone);
    await moveProofs(tx, gone, kept);
    const withdrawn = await moveSignatures(tx, gone, kept);
    await moveAnswers(tx, gone, kept, by);
    await tx`update organisation_events set organisation_id = ${kept} where organisation_id = ${gone}`;
    await tx`update organisations set merged_into = ${kept} where merged_into = ${gone}`;
    await tx`update organisations set merged_into = ${kept}, merged_at = now() where id = ${gone}`;
    for (const subject of withdrawn) await recordEvent(tx, kept, by.id, "signature-withdrawn", { subject });
    await recordEvent(tx, kept, by.id, "merged", { subject: from.name });
    // An address at the old page's website proves nothing for the one that stays, unless it has that domain too.
    await endMandatesElsewhere(tx, kept, by.id);
    await tx`
      insert into public_log (event, organisation_id, subject)
      values ('organisations-merged', ${kept}, ${`${from.name} → ${into.name}`})`;
    await recordAct(tx, by, "organisations-merged", { subject: `${from.name} → ${into.name}` });
    // The owners of both: they are one organisation's by now.
    await mailOwners(tx, kept, (language) =>
      organisationsMergedMessage(
        language,
        { kept: into.name, gone: from.name },
        `${origin}/organisations/${into.slug}`,
      ),
    );
    return { outcome: "merged" as const, slug: into.slug };
  });
}

/** Who belongs to both keeps the role that may do more. */
async function moveMembers(tx: Transaction, gone: number, kept: number): Promise<void> {
  await tx`
    insert into organisation_members as m (organisation_id, account_id, role, joined_at)
    select ${kept}, account_id, role, joined_at from organisation_members where organisation_id = ${gone}
    on conflict (organisation_id, account_id) do update set
      role = case when 'owner' in (m.role, excluded.role) then 'owner'
        when 'spokesperson' in (m.role, excluded.role) then 'spokesperson' else 'member' end,
      joined_at = least(m.joined_at, excluded.joined_at)`;
  await tx`delete from organisation_members where organisation_id = ${gone}`;
  await tx`
    delete from organisation_invitations g using organisation_invitations k
    where g.organisation_id = ${gone} and k.organisation_id = ${kept} and g.email = k.email`;
  await tx`update organisation_invitations set organisation_id = ${kept} where organisation_id = ${gone}`;
  await moveCoAuthors(tx, gone, kept);
}

/** Of a mandate or a domain that both have the better one stays: one that holds, else the one of the page that stays. */
async function moveProofs(tx: Transaction, gone: number, kept: number): Promise<void> {
  await tx`
    update mandates g set ended_at = now() from mandates k
    where g.organisation_id = ${gone} and k.organisation_id = ${kept} and g.account_id = k.account_id
      and g.level = k.level and g.ended_at is null and k.ended_at is null`;
  await tx`update mandates set organisation_id = ${kept} where organisation_id = ${gone}`;
  await tx`update mandate_mails set organisation_id = ${kept} where organisation_id = ${gone}`;
  await tx`
    delete from organisation_domains k using organisation_domains g
    where k.organisation_id = ${kept} and g.organisation_id = ${gone} and k.domain = g.domain
      and g.state in ('proved', 'failing')`;
  await tx`
    delete from organisation_domains g using organisation_domains k
    where g.organisation_id = ${gone} and k.organisation_id = ${kept} and g.domain = k.domain`;
  await tx`update organisation_domains set organisation_id = ${kept} where organisation_id = ${gone}`;
}
