import { frenchSpacing } from "#app/languages/french-spacing.ts";
import { useWords } from "#app/ui/words.tsx";
import type { PublicSignature } from "./signature.ts";

type Listed = Omit<PublicSignature, "signedAt"> & { signedAt: Date | string };

/** Signatories as a list of names with what they say of themselves; every text here was typed by strangers. */
export function SignatoryList({ signatures, numbered }: { signatures: Listed[]; numbered?: boolean }) {
  const { t, number } = useWords();
  return (
    <>
      <ul className="signatories">
        {signatures.map((signature) => (
          <li key={signature.id}>
            <p className="signatory-name">
              {numbered && signature.number !== null ? (
                <span className="signatory-number">{number(signature.number)}</span>
              ) : null}
              {signature.name === null ? (
                <em className="quiet">{t("signature.hidden")}</em>
              ) : (
                <bdi>{signature.name}</bdi>
              )}
              {signature.imported ? (
                <span className="signatory-imported">{t("signature.imported")}</span>
              ) : null}
            </p>
            {signature.role || signature.affiliation ? (
              <p className="signatory-place">
                <bdi>{[signature.role, signature.affiliation].filter(Boolean).join(", ")}</bdi>
              </p>
            ) : null}
            {signature.statement ? (
              <blockquote className="signatory-statement">
                <bdi>{frenchSpacing(signature.statement)}</bdi>
              </blockquote>
            ) : null}
          </li>
        ))}
      </ul>
      {signatures.some(({ role, affiliation }) => role || affiliation) ? (
        <p className="quiet signatory-note">{t("signature.identification")}</p>
      ) : null}
    </>
  );
}
