import { frenchSpacing } from "#app/languages/french-spacing.ts";
import { useWords } from "#app/ui/words.tsx";
import type { OwnSignature } from "./confirm-signature.server.ts";
import { signatureLimits } from "./signature.ts";

/** The field for a word that tells a signatory from others of the same name. */
export function Distinction({ word }: { word: string }) {
  const { t } = useWords();
  return (
    <details open={word !== ""}>
      <summary>{t("distinction.label")}</summary>
      <form method="post" data-once className="stack">
        <p className="quiet" id="distinction-hint">
          {t("distinction.hint")}
        </p>
        <div className="search-line">
          <input
            type="text"
            name="distinction"
            aria-label={t("distinction.label")}
            aria-describedby="distinction-hint"
            defaultValue={word}
            maxLength={signatureLimits.distinction}
          />
          <button className="button button-quiet" name="intent" value="distinguish">
            {t("distinction.button")}
          </button>
        </div>
      </form>
    </details>
  );
}

type Facts = Pick<
  OwnSignature,
  "name" | "nameShown" | "role" | "affiliation" | "statement" | "slug" | "version" | "sha256"
>;

/** What was signed and as whom: the receipt. */
export function SignatureFacts({ signature }: { signature: Facts }) {
  const { t } = useWords();
  return (
    <dl className="facts">
      <dt>{t("sign.name")}</dt>
      <dd>
        <bdi>{signature.name}</bdi>{" "}
        {signature.nameShown ? null : <span className="quiet">({t("signature.notShown")})</span>}
      </dd>
      {signature.role || signature.affiliation ? (
        <>
          <dt>{t("sign.organisation")}</dt>
          <dd>
            <bdi>{[signature.role, signature.affiliation].filter(Boolean).join(", ")}</bdi>
          </dd>
        </>
      ) : null}
      {signature.statement ? (
        <>
          <dt>{t("sign.statement")}</dt>
          <dd>
            <bdi>{frenchSpacing(signature.statement)}</bdi>
          </dd>
        </>
      ) : null}
      <dt>{t("signature.text")}</dt>
      <dd>
        <a href={`/letters/${signature.slug}/versions/${signature.version}`}>
          {t("version.name", { number: signature.version })}
        </a>
        <br />
        <span className="version-hash">SHA-256 {signature.sha256}</span>
      </dd>
    </dl>
  );
}
