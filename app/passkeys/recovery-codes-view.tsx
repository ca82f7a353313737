import { Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

/** How many recovery codes are left, and the button that makes all of them anew. */
export function RecoveryCodes({
  count,
  mayMake,
  action,
}: {
  count: number;
  mayMake: boolean;
  action: string;
}) {
  const { t } = useWords();
  return (
    <section className="stack" aria-labelledby="codes">
      <h2 id="codes">{t("passkeys.codes.title")}</h2>
      <p>{t("passkeys.codes.text")}</p>
      <p>
        <strong>{t("passkeys.codes.left", { count })}</strong>
      </p>
      {mayMake ? (
        <form method="post" action={action} data-once>
          <button className="button button-quiet" name="intent" value="codes">
            {t(count === 0 ? "passkeys.codes.make" : "passkeys.codes.anew")}
          </button>
        </form>
      ) : null}
    </section>
  );
}

/** Codes that were just made: this once, to print or to keep as a file. */
export function NewRecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useWords();
  return (
    <section className="recovery-codes stack" aria-labelledby="new-codes">
      <h2 id="new-codes">{t("passkeys.codes.new")}</h2>
      <Notice>{t("passkeys.codes.once")}</Notice>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code translate="no">{code}</code>
          </li>
        ))}
      </ol>
      <p className="actions">
        <button type="button" className="button button-quiet" data-print hidden>
          {t("passkeys.codes.print")}
        </button>
        <button
          type="button"
          className="button button-quiet"
          data-save=".recovery-codes code"
          data-name={t("passkeys.codes.file")}
          hidden
        >
          {t("passkeys.codes.save")}
        </button>
      </p>
      <script type="module" src="/passkeys.js" />
    </section>
  );
}
