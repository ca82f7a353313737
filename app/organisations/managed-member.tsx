import { useWords } from "#app/ui/words.tsx";
import { type MemberRole, memberRoles } from "./organisation.ts";

/** What an owner may do to a member: another role, the end of a mandate or of the membership. Their own end is "leave". */
export function ManagedMember({
  member,
  own,
  proved,
}: {
  member: { accountId: number; name: string; role: MemberRole };
  own: boolean;
  /** They have proved something of themselves, which can be ended. */
  proved: boolean;
}) {
  const { t } = useWords();
  const id = `role-${member.accountId}`;
  return (
    <form method="post" className="member-form" data-once>
      <input type="hidden" name="account" value={member.accountId} />
      <label htmlFor={id} className="visually-hidden">
        {t("organisation.role")}, {member.name}
      </label>
      <select id={id} name="role" defaultValue={member.role}>
        {memberRoles.map((role) => (
          <option key={role} value={role}>
            {t(`organisation.role.${role}`)}
          </option>
        ))}
      </select>
      <button className="button button-quiet" name="intent" value="role">
        {t("organisation.role.change")}
        <span className="visually-hidden"> ({member.name})</span>
      </button>
      {proved ? (
        <button className="button button-quiet" name="intent" value="end-mandate">
          {t("mandate.end")}
          <span className="visually-hidden"> ({member.name})</span>
        </button>
      ) : null}
      {own ? null : (
        <button className="button button-quiet" name="intent" value="remove">
          {t("organisation.remove")}
          <span className="visually-hidden"> ({member.name})</span>
        </button>
      )}
    </form>
  );
}
