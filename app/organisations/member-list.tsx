import type { ReactNode } from "react";
import { Day, useWords } from "#app/ui/words.tsx";
import type { MemberRole } from "./organisation.ts";

type Shown = { accountId: number; name: string; role: MemberRole; joinedAt: Date | string };

/** Members with their roles; `children` makes what may be done to one. */
export function MemberList({
  members,
  children,
}: {
  members: Shown[];
  children?: (member: Shown) => ReactNode;
}) {
  const { t } = useWords();
  return (
    <ul className="organisation-list">
      {members.map((member) => (
        <li key={member.accountId}>
          <strong>{member.name}</strong>{" "}
          <span className="quiet">
            {t(`organisation.role.${member.role}`)} {t("organisation.members.since")}{" "}
            <Day at={member.joinedAt} />
          </span>
          {children?.(member)}
        </li>
      ))}
    </ul>
  );
}
