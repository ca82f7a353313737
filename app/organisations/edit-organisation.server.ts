import type { Account } from "#app/accounts/account.ts";
import { sql } from "#db/sql.ts";
import { endMandatesElsewhere } from "./end-mandate.server.ts";
import { lockForManager } from "./manage.server.ts";
import { nameKey } from "./name-key.ts";
import type { OrganisationForm } from "./organisation.ts";
import { recordEvent } from "./record-event.server.ts";

/** Changes what an organisation says of itself; its own address, the slug, stays. */
export async function editOrganisation(
  id: number,
  account: Account,
  form: OrganisationForm,
): Promise<{ outcome: "edited" | "forbidden" }> {
  return sql.begin(async (tx) => {
    if (!(await lockForManager(tx, id, account))) return { outcome: "forbidden" as const };
    const changed = await tx`
      update organisations set name = ${form.name}, name_key = ${nameKey(form.name)}, sector = ${form.sector},
        country = ${form.country}, website = ${form.website}, registration = ${form.registration},
        about = ${form.about}, edited_at = now()
      where id = ${id} and (name, sector, country, website, registration, about)
        is distinct from (${form.name}, ${form.sector}, ${form.country}, ${form.website}, ${form.registration}, ${form.about})`;
    if (changed.count > 0) {
      await recordEvent(tx, id, account.id, "edited");
      // Another website may be at another domain.
      await endMandatesElsewhere(tx, id, account.id);
    }
    return { outcome: "edited" as const };
  });
}
