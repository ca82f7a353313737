import { limits } from "#app/accounts/account.ts";
import type { FormState } from "#app/requests/form.ts";
import { Choices, Field } from "#app/ui/field.tsx";
import { Day, useWords } from "#app/ui/words.tsx";
import { type MemberRole, memberRoles } from "./organisation.ts";

/** The form that invites somebody. */
export function InvitationFields({ form }: { form?: FormState }) {
  const { t } = useWords();
  return (
    <form method="post" className="stack" noValidate data-once>
      <p>{t("organisation.invite.lead")}</p>
      <Field
        name="email"
        label="form.email"
        hint="organisation.invite.email.hint"
        type="email"
        form={form}
        inputMode="email"
        autoComplete="off"
        maxLength={limits.email}
      />
      <Choices
        name="role"
        label="organisation.role"
        form={form}
        defaultValue="spokesperson"
        choices={memberRoles.map((value) => ({ value, label: `organisation.role.${value}` as const }))}
      />
      <p>
        <button className="button" name="intent" value="invite">
          {t("organisation.invite.button")}
        </button>
      </p>
    </form>
  );
}

type Open = { email: string; role: MemberRole; expiresAt: Date | string };

/** Invitations that were not used yet, each with the way to take it back. */
export function OpenInvitations({ invitations }: { invitations: Open[] }) {
  const { t } = useWords();
  return (
    <>
      <h3>{t("organisation.invitations.title")}</h3>
      <ul className="organisation-list">
        {invitations.map(({ email, role, expiresAt }) => (
          <li key={email}>
            {email}{" "}
            <span className="quiet">
              {t(`organisation.role.${role}`)}, {t("organisation.invitations.until")} <Day at={expiresAt} />
            </span>
            <form method="post" className="member-form" data-once>
              <input type="hidden" name="email" value={email} />
              <button className="button button-quiet" name="intent" value="cancel">
                {t("organisation.invitation.cancel")}
                <span className="visually-hidden"> ({email})</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
