import { Day, useWords } from "#app/ui/words.tsx";
import { type CoAuthor, coAuthorRoles } from "./co-author.ts";

type Shown = Omit<CoAuthor, "joinedAt"> & { joinedAt: Date | string };

/** Who writes a letter along; an author can change their roles or remove them. One's own end is "leave". */
export function CoAuthorList({
  coAuthors,
  accountId,
  decides,
}: {
  coAuthors: Shown[];
  accountId: number;
  decides: boolean;
}) {
  const { t } = useWords();
  return (
    <ul className="organisation-list">
      {coAuthors.map((coAuthor) => (
        <li key={coAuthor.accountId}>
          <strong>
            <bdi>{coAuthor.name}</bdi>
          </strong>{" "}
          <span className="quiet">
            {coAuthor.organisation ? (
              <>
                <a href={`/organisations/${coAuthor.organisation.slug}`}>
                  {t("coAuthors.for", { organisation: coAuthor.organisation.name })}
                </a>
                {", "}
              </>
            ) : null}
            {t(`coAuthors.role.${coAuthor.role}`)}, {t("coAuthors.since")} <Day at={coAuthor.joinedAt} />
          </span>
          {decides ? <ManagedCoAuthor coAuthor={coAuthor} own={coAuthor.accountId === accountId} /> : null}
        </li>
      ))}
    </ul>
  );
}

function ManagedCoAuthor({ coAuthor, own }: { coAuthor: Shown; own: boolean }) {
  const { t } = useWords();
  const id = `role-${coAuthor.accountId}`;
  return (
    <form method="post" className="member-form" data-once>
      <input type="hidden" name="account" value={coAuthor.accountId} />
      <label htmlFor={id} className="visually-hidden">
        {t("coAuthors.role")}, {coAuthor.name}
      </label>
      <select id={id} name="role" defaultValue={coAuthor.role}>
        {coAuthorRoles.map((role) => (
          <option key={role} value={role}>
            {t(`coAuthors.role.${role}`)}
          </option>
        ))}
      </select>
      <button className="button button-quiet" name="intent" value="role">
        {t("coAuthors.role.change")}
        <span className="visually-hidden"> ({coAuthor.name})</span>
      </button>
      {own ? null : (
        <button className="button button-quiet" name="intent" value="remove">
          {t("coAuthors.remove")}
          <span className="visually-hidden"> ({coAuthor.name})</span>
        </button>
      )}
    </form>
  );
}
