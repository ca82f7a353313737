import { cutAtPassages, type Piece } from "#app/discussion/anchor.ts";
import { useWords } from "#app/ui/words.tsx";
import type { DiscussedPassage } from "./read-annotations.server.ts";

/** Where a passage of a provision is commented on, as one revision has it. */
export const annotateHref = (text: string, provision: string, revision: string) =>
  `/doctrine/${text}/${encodeURIComponent(provision)}/annotate?revision=${revision}`;

type Props = {
  text: string;
  /** The passages that are discussed, marked where they stand; each leads to what is said of it. */
  passages?: DiscussedPassage[];
  /** The address at which a passage of this text is commented on (public/annotate.js). */
  annotate?: string;
};

/** A provision's own text as it was published, one paragraph a line: never typeset, for quotes count its characters. */
export function ProvisionBody({ text, passages = [], annotate }: Props) {
  const { t } = useWords();
  if (text === "") return null;
  return (
    <div
      className="provision-body"
      data-annotate={annotate}
      data-offer={annotate ? t("annotation.offer") : undefined}
    >
      {cutAtPassages(text, passages).map((pieces, line) => (
        <p key={line}>
          {pieces.map((piece, index) =>
            piece.passages.length === 0 ? piece.text : <MarkedPiece key={index} piece={piece} />,
          )}
        </p>
      ))}
    </div>
  );
}

/** A piece that belongs to passages: the more of them, the stronger it is marked. It leads to the shortest. */
function MarkedPiece({ piece }: { piece: Piece<DiscussedPassage> }) {
  const { t, number } = useWords();
  const { text, passages } = piece;
  const length = ({ start, end }: DiscussedPassage) => end - start;
  const [shortest] = [...passages].sort((a, b) => length(a) - length(b));
  const comments = passages.reduce((sum, passage) => sum + passage.comments, 0);
  return (
    <a
      className={`passage passage-${Math.min(3, passages.length)}`}
      href={`#passage-${shortest?.first}`}
      title={t("annotation.comments", { count: comments, number: number(comments) })}
    >
      {text}
    </a>
  );
}
