import { CalendarDay, Day, useWords } from "#app/ui/words.tsx";
import type { PersonalToken } from "./token.ts";

type Listed = Omit<PersonalToken, "madeAt" | "expiresAt"> & {
  madeAt: Date | string;
  expiresAt: Date | string;
};

/** The tokens of an account, each with what it may do and the button that revokes it. */
export function TokenList({ tokens }: { tokens: Listed[] }) {
  const { t } = useWords();
  if (tokens.length === 0) return <p className="quiet">{t("tokens.none")}</p>;
  return (
    <ul className="rows">
      {tokens.map(({ id, name, scopes, madeAt, expiresAt, usedOn }) => (
        <li key={id}>
          <p>
            <strong>
              <bdi>{name}</bdi>
            </strong>
          </p>
          <p>{scopes.map((scope) => t(`tokens.scope.${scope}`)).join(" · ")}</p>
          <p className="quiet">
            {t("tokens.madeOn")} <Day at={madeAt} />, {t("tokens.good")} <Day at={expiresAt} />,{" "}
            {usedOn ? (
              <>
                {t("tokens.used")} <CalendarDay day={usedOn} />
              </>
            ) : (
              t("tokens.unused")
            )}
          </p>
          <form method="post" action="/settings/tokens" data-once>
            <input type="hidden" name="token" value={id} />
            <button
              className="button button-quiet"
              name="intent"
              value="revoke"
              aria-label={t("tokens.revoke.named", { name })}
            >
              {t("tokens.revoke")}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
