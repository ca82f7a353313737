import { z } from "zod";
import { Email } from "#app/accounts/account.ts";
import type { Phrase } from "#app/languages/translate.ts";

/** In whose name somebody answers for a text: an organisation's, or their own when the account itself is marked. */
export type TextOfficial = { organisation: { id: number; slug: string; name: string } | null };

const phrase = (key: Phrase) => key;

/** What an administrator types to mark an account. */
export const MarkAccountForm = z.object({ email: Email });

/** What an administrator types to mark an organisation: its slug, its page's address, or words of its name. */
export const MarkOrganisationForm = z.object({
  organisation: z
    .string(phrase("officials.organisation.missing"))
    .trim()
    .min(1, phrase("officials.organisation.missing"))
    .max(300, phrase("form.tooLong")),
});
