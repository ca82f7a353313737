import type { Account } from "#app/accounts/account.ts";
import { keepImage } from "#app/letters/store-image.server.ts";
import { sql } from "#db/sql.ts";
import { endMandatesElsewhere } from "./end-mandate.server.ts";
import { lockForManager } from "./manage.server.ts";
import { drawLogo } from "./logo.server.ts";
import { nameKey } from "./name-key.ts";
import type { OrganisationForm } from "./organisation.ts";
import { recordEvent } from "./record-event.server.ts";

/**
 * Changes what an organisation says of itself; its own address, the slug, stays.
 * @param newLogo the bytes of a picture; null takes the logo away, undefined keeps it
 */
export async function editOrganisation(
  id: number,
  account: Account,
  form: OrganisationForm,
  newLogo?: Uint8Array | null,
): Promise<{ outcome: "edited" | "forbidden" | "not-an-image" }> {
  const logo = newLogo ? await drawLogo(newLogo) : newLogo;
  if (logo === "not-an-image") return { outcome: logo };
  return sql.begin(async (tx) => {
    if (!(await lockForManager(tx, id, account))) return { outcome: "forbidden" as const };
    const sha256 = logo ? await keepImage(tx, account.id, logo) : null;
    const changed = await tx`
      with wish as (
        select case when ${logo === undefined} then logo_sha256 else ${sha256} end as logo from organisations where id = ${id}
      )
      update organisations o set name = ${form.name}, name_key = ${nameKey(form.name)}, sector = ${form.sector},
        country = ${form.country}, website = ${form.website}, registration = ${form.registration},
        about = ${form.about}, logo_sha256 = wish.logo, edited_at = now()
      from wish
      where id = ${id} and (name, sector, country, website, registration, about, logo_sha256)
        is distinct from (${form.name}, ${form.sector}, ${form.country}, ${form.website}, ${form.registration},
          ${form.about}, wish.logo)`;
    if (changed.count > 0) {
      await recordEvent(tx, id, account.id, "edited");
      // Another website may be at another domain.
      await endMandatesElsewhere(tx, id, account.id);
    }
    return { outcome: "edited" as const };
  });
}
