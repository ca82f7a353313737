import { limits } from "#app/accounts/account.ts";
import type { FormState } from "#app/requests/form.ts";
import { Choices, Field } from "#app/ui/field.tsx";
import { Day, useWords } from "#app/ui/words.tsx";
import { type CoAuthorRole, coAuthorRoles } from "./co-author.ts";

/** Two forms, one for a person and one for an organisation; what was refused stays in the one that was sent. */
export function InvitationForms({ form }: { form?: FormState }) {
  const { t } = useWords();
  const sent = (intent: string) => (form?.values.intent === intent ? form : undefined);
  return (
    <>
      <section className="stack">
        <h2 id="invite-person">{t("coAuthors.invite.person")}</h2>
        <form method="post" className="stack" noValidate data-once aria-labelledby="invite-person">
          <p>{t("coAuthors.invite.lead")}</p>
          <Field
            name="email"
            label="form.email"
            hint="coAuthors.invite.email.hint"
            type="email"
            form={sent("invite-person")}
            inputMode="email"
            autoComplete="off"
            maxLength={limits.email}
          />
          <RoleChoices form={sent("invite-person")} />
          <p>
            <button className="button" name="intent" value="invite-person">
              {t("coAuthors.invite.button")}
            </button>
          </p>
        </form>
      </section>
      <section className="stack">
        <h2 id="invite-organisation">{t("coAuthors.invite.organisation")}</h2>
        <form method="post" className="stack" noValidate data-once aria-labelledby="invite-organisation">
          <p>{t("coAuthors.invite.organisation.lead")}</p>
          <Field
            name="organisation"
            label="coAuthors.organisation"
            hint="coAuthors.organisation.hint"
            form={sent("invite-organisation")}
            autoComplete="off"
            maxLength={300}
          />
          <RoleChoices form={sent("invite-organisation")} />
          <p>
            <button className="button" name="intent" value="invite-organisation">
              {t("coAuthors.invite.button")}
            </button>
          </p>
        </form>
      </section>
    </>
  );
}

function RoleChoices({ form }: { form?: FormState }) {
  return (
    <Choices
      name="role"
      label="coAuthors.role"
      form={form}
      defaultValue="editor"
      choices={coAuthorRoles.map((value) => ({ value, label: `coAuthors.role.${value}` as const }))}
    />
  );
}

type Open = {
  id: number;
  email: string | null;
  organisation: string | null;
  role: CoAuthorRole;
  expiresAt: Date | string;
};

/** Invitations that were not used yet, each with the way to take it back. */
export function OpenInvitations({ invitations }: { invitations: Open[] }) {
  const { t } = useWords();
  if (invitations.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t("coAuthors.invitations")}</h2>
      <ul className="organisation-list">
        {invitations.map(({ id, email, organisation, role, expiresAt }) => (
          <li key={id}>
            <bdi>{email ?? organisation}</bdi>{" "}
            <span className="quiet">
              {t(`coAuthors.role.${role}`)}, {t("coAuthors.invitations.until")} <Day at={expiresAt} />
            </span>
            <form method="post" className="member-form" data-once>
              <input type="hidden" name="invitation" value={id} />
              <button className="button button-quiet" name="intent" value="cancel">
                {t("coAuthors.invitation.cancel")}
                <span className="visually-hidden"> ({email ?? organisation})</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
