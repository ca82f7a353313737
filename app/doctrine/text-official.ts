import { z } from "zod";
import { Email, line } from "#app/accounts/account.ts";

/** In whose name somebody answers for a text: an organisation's, or their own when the account itself is marked. */
export type TextOfficial = { organisation: { id: number; slug: string; name: string } | null };

/** What an administrator types to mark an account. */
export const MarkAccountForm = z.object({ email: Email });

/** What an administrator types to mark an organisation: its slug, its page's address, or words of its name. */
export const MarkOrganisationForm = z.object({
  organisation: line(300, "officials.organisation.missing"),
});
