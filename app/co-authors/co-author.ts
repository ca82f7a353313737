import { z } from "zod";
import { Email, line } from "#app/accounts/account.ts";
import type { Phrase } from "#app/languages/translate.ts";

/**
 * What somebody may do to a letter: an author decides and publishes, an editor writes, a reviewer proposes changes and
 * comments, a reader reads the draft. The strongest role comes first.
 */
export const coAuthorRoles = ["author", "editor", "reviewer", "reader"] as const;
export type CoAuthorRole = (typeof coAuthorRoles)[number];

/** The roles that change the text. */
export const writingRoles: readonly CoAuthorRole[] = ["author", "editor"];
/** The roles that say something about the text: propose changes to it, comment on it. */
export const reviewingRoles: readonly CoAuthorRole[] = ["author", "editor", "reviewer"];

/** Somebody who writes a letter along, and the organisation they do it for where one was invited by name. */
export type CoAuthor = {
  accountId: number;
  name: string;
  role: CoAuthorRole;
  organisation: { slug: string; name: string } | null;
  joinedAt: Date;
};

/** How many may write one letter; how many links to read its draft may be open. */
export const coAuthorLimits = { people: 100, shares: 20 };

const phrase = (key: Phrase) => key;
const Role = z.enum(coAuthorRoles, phrase("form.choice.wrong"));

/** What an author types to invite the owner of a mailbox. */
export const InvitePersonForm = z.object({ email: Email, role: Role });

/** What an author types to invite an organisation: its slug, its page's address, or words of its name. */
export const InviteOrganisationForm = z.object({
  organisation: line(300, "coAuthors.organisation.missing"),
  role: Role,
});

export const CoAuthorRoleForm = z.object({ account: z.coerce.number().int().positive(), role: Role });
