import { frenchSpacing } from "#app/languages/french-spacing.ts";
import type { Letter } from "#app/letters/letter.ts";
import { SignatoryName, signatoryPlace, type ListedSignature } from "#app/signatures/signatory-list.tsx";
import { Day, useWords } from "#app/ui/words.tsx";

/** What signatories let the press quote, each as one copies it: the words, who said them, on which text and when. */
export function PressQuotes({
  signatures,
  more,
  letter,
}: {
  signatures: ListedSignature[];
  /** Whether others permit it as well. */
  more: boolean;
  letter: Pick<Letter, "slug">;
}) {
  const { t } = useWords();
  const said = more ? "newest" : signatures.length > 0 ? "text" : "none";
  return (
    <>
      <p>{t(`press.statements.${said}`)}</p>
      {signatures.map((signature) => (
        <PressQuote key={signature.id} signature={signature} />
      ))}
      <p>
        <a href={`/letters/${letter.slug}/signatures?statement=on`}>{t("press.statements.link")}</a>
      </p>
    </>
  );
}

function PressQuote({ signature }: { signature: ListedSignature }) {
  const { t } = useWords();
  const place = signatoryPlace(signature, t);
  return (
    <figure className="press-quote">
      <blockquote>
        <bdi>{frenchSpacing(signature.statement)}</bdi>
      </blockquote>
      <figcaption>
        <SignatoryName signature={signature} />
        {place ? (
          <>
            , <bdi>{place}</bdi>
          </>
        ) : null}{" "}
        <span className="quiet">
          (<Day at={signature.signedAt} />, {t("version.name", { number: signature.version })})
        </span>
      </figcaption>
    </figure>
  );
}
