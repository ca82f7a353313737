import slugify from "@sindresorhus/slugify";
import { randomInt } from "node:crypto";
import { sql } from "#db/sql.ts";
import { nameKey } from "./name-key.ts";
import { type OrganisationForm, type OrganisationSummary, reservedSlugs } from "./organisation.ts";
import { alikeOrganisations } from "./read-organisation.server.ts";
import { recordEvent } from "./record-event.server.ts";

function slugOf(name: string): string {
  const slug = slugify(name, { separator: "-", decamelize: false })
    .replace(/[^a-z0-9-]/g, "")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  return slug === "" || reservedSlugs.has(slug) ? `${slug || "organisation"}-1` : slug;
}

/**
 * Makes an organisation, whose first owner is the account.
 * @returns `alike` with those that may be the same, unless the form says that it is another one
 */
export async function createOrganisation(
  accountId: number,
  form: OrganisationForm,
): Promise<{ outcome: "created"; slug: string } | { outcome: "alike"; alike: OrganisationSummary[] }> {
  if (!form.another) {
    const alike = await alikeOrganisations(form);
    if (alike.length > 0) return { outcome: "alike", alike };
  }
  const stem = slugOf(form.name);
  return sql.begin(async (tx) => {
    for (let attempt = 0; ; attempt++) {
      const slug =
        attempt === 0 ? stem : attempt < 20 ? `${stem}-${attempt + 1}` : `${stem}-${randomInt(1e9)}`;
      const [made] = await tx<{ id: number }[]>`
        insert into organisations (slug, name, name_key, sector, country, website, registration, about)
        values (${slug}, ${form.name}, ${nameKey(form.name)}, ${form.sector}, ${form.country}, ${form.website},
          ${form.registration}, ${form.about})
        on conflict (slug) do nothing returning id`;
      if (!made) continue;
      await tx`
        insert into organisation_members (organisation_id, account_id, role) values (${made.id}, ${accountId}, 'owner')`;
      await recordEvent(tx, made.id, accountId, "created");
      return { outcome: "created" as const, slug };
    }
  });
}
