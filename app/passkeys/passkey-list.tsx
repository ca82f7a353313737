import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Day, useWords } from "#app/ui/words.tsx";
import { type Passkey, passkeyLimits } from "./passkey.ts";

export type ListedPasskey = Omit<Passkey, "addedAt" | "usedAt"> & {
  addedAt: Date | string;
  usedAt: Date | string | null;
};

type Props = { mayRemove: boolean; action: string; form?: FormState };

/** The passkeys of an account, each with what renames it and, once it is proved who asks, what removes it. */
export function PasskeyList({ passkeys, ...rest }: Props & { passkeys: ListedPasskey[] }) {
  const { t } = useWords();
  if (passkeys.length === 0) return <p className="quiet">{t("passkeys.none")}</p>;
  return (
    <ul className="rows">
      {passkeys.map((passkey) => (
        <Item key={passkey.id} passkey={passkey} {...rest} />
      ))}
    </ul>
  );
}

function Item({ passkey, mayRemove, action, form }: Props & { passkey: ListedPasskey }) {
  const { t } = useWords();
  const { id, name, addedAt, usedAt, backedUp } = passkey;
  const refused = form?.values.passkey === String(id) ? form : undefined;
  const idPrefix = `passkey-${id}-`;
  return (
    <li data-one-passkey={id}>
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>
      </p>
      <p className="quiet">
        {t("passkeys.added")} <Day at={addedAt} />,{" "}
        {usedAt ? (
          <>
            {t("passkeys.used")} <Day at={usedAt} />
          </>
        ) : (
          t("passkeys.unused")
        )}
        {". "}
        {t(backedUp ? "passkeys.backedUp" : "passkeys.notBackedUp")}
      </p>
      <details open={Boolean(refused)}>
        <summary>{t(mayRemove ? "passkeys.change" : "passkeys.rename")}</summary>
        <form method="post" action={action} className="stack" noValidate data-once>
          <ErrorSummary form={refused} idPrefix={idPrefix} />
          <input type="hidden" name="passkey" value={id} />
          <Field
            idPrefix={idPrefix}
            name="name"
            label="passkeys.name"
            form={refused}
            defaultValue={name}
            autoComplete="off"
            maxLength={passkeyLimits.name}
          />
          <p className="actions">
            <button className="button" name="intent" value="rename">
              {t("passkeys.rename.button")}
            </button>
            {mayRemove ? (
              <button
                className="button button-seal"
                name="intent"
                value="remove"
                aria-label={t("passkeys.remove.named", { name })}
              >
                {t("passkeys.remove")}
              </button>
            ) : null}
          </p>
        </form>
      </details>
    </li>
  );
}
