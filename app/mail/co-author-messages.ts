import type { CoAuthorRole } from "#app/co-authors/co-author.ts";
import type { Language } from "#app/languages/language.ts";
import { compose } from "./compose.ts";

export const coAuthorInvitationMessage = (
  language: Language,
  values: { inviter: string; title: string },
  role: CoAuthorRole,
  link: string,
) =>
  compose(
    language,
    "co-author-invitation",
    "mail.coAuthor.subject",
    ["mail.coAuthor.text", `mail.coAuthor.${role}`, { link }, "mail.invitation.ignore"],
    values,
  );
