import { frenchSpacing } from "#app/languages/french-spacing.ts";
import { ReportLink } from "#app/moderation/report-link.tsx";
import { LevelLine } from "#app/organisations/level-line.tsx";
import type { Translate } from "#app/languages/translate.ts";
import { useWords } from "#app/ui/words.tsx";
import type { PublicSignature } from "./signature.ts";

/** A public signature as a loader hands it on: moments are text then. */
export type ListedSignature = Omit<PublicSignature, "signedAt" | "provedAt"> & {
  signedAt: Date | string;
  provedAt: Date | string | null;
};

/** Signatories as a list of names with what they say of themselves; every text here was typed by strangers. */
export function SignatoryList({
  signatures,
  numbered,
  reportable,
}: {
  signatures: ListedSignature[];
  numbered?: boolean;
  /** Whether each has a way to report it. */
  reportable?: boolean;
}) {
  const { t } = useWords();
  return (
    <>
      <ul className="signatories">
        {signatures.map((signature) => (
          <li key={signature.id}>
            <Signatory signature={signature} numbered={numbered} reportable={reportable} />
          </li>
        ))}
      </ul>
      {signatures.some(({ kind, role, affiliation }) => kind === "person" && (role || affiliation)) ? (
        <p className="quiet signatory-note">{t("signature.identification")}</p>
      ) : null}
    </>
  );
}

const isBinding = ({ kind, level }: ListedSignature) => kind === "organisation" && level !== null;

/** What stands beside a signatory's name: role and affiliation, of an organisation who signed for it; "" for neither. */
export function signatoryPlace(signature: ListedSignature, t: Translate): string {
  const { representedBy, role, affiliation } = signature;
  const parts = isBinding(signature)
    ? [representedBy && t("signatory.represented", { name: representedBy }), role]
    : [role, affiliation];
  return parts.filter(Boolean).join(", ");
}

/** One signatory: an organisation with its logo and the level of its mandate, or a person. */
export function Signatory({
  signature,
  numbered,
  reportable,
}: {
  signature: ListedSignature;
  numbered?: boolean;
  reportable?: boolean;
}) {
  const { t, number } = useWords();
  const { level, affiliation, statement } = signature;
  const binding = isBinding(signature);
  const place = signatoryPlace(signature, t);
  return (
    <div className={binding ? "signatory signatory-organisation" : "signatory"}>
      {signature.logo ? (
        <img src={`/images/${signature.logo}`} alt="" width={48} height={48} className="signatory-logo" />
      ) : null}
      <div>
        <p className="signatory-name">
          {numbered && signature.number !== null ? (
            <span className="signatory-number">{number(signature.number)}</span>
          ) : null}
          <SignatoryName signature={signature} />
          {signature.imported ? <span className="signatory-imported">{t("signature.imported")}</span> : null}
          {signature.pinned ? <span className="signatory-imported">{t("signatory.pinned")}</span> : null}
          {reportable && signature.name !== null ? (
            <ReportLink of={`signature=${signature.id}`} what={signature.name} />
          ) : null}
        </p>
        {place ? (
          <p className="signatory-place">
            <bdi>{place}</bdi>
          </p>
        ) : null}
        {level && (binding || (level === "declared" && affiliation)) ? (
          <p className="signatory-level">
            <LevelLine level={level} evidence={signature.evidence} provedAt={signature.provedAt} />
          </p>
        ) : null}
        {statement ? (
          <blockquote className="signatory-statement">
            <bdi>{frenchSpacing(statement)}</bdi>
          </blockquote>
        ) : null}
      </div>
    </div>
  );
}

/** The name, with the way to the organisation and the word that tells namesakes apart. */
export function SignatoryName({ signature }: { signature: ListedSignature }) {
  const { t } = useWords();
  const { name, kind, distinction, organisationSlug } = signature;
  if (name === null) return <em className="quiet">{t("signature.hidden")}</em>;
  if (kind === "organisation" && organisationSlug)
    return (
      <a href={`/organisations/${organisationSlug}`}>
        <bdi>{name}</bdi>
      </a>
    );
  return (
    <>
      <bdi>{name}</bdi>
      {distinction ? (
        <span className="quiet">
          {" "}
          (<bdi>{distinction}</bdi>)
        </span>
      ) : null}
    </>
  );
}
