import { typeset } from "#app/languages/french-spacing.ts";
import type { CitedPassage } from "#app/doctrine/cited-passage.ts";
import type { Language } from "#app/languages/language.ts";
import type { DocumentNode } from "#app/letters/document.ts";
import { LetterHead } from "#app/letters/letter-frame.tsx";
import { LetterText } from "#app/letters/letter-text.tsx";

type Read = {
  slug: string;
  title: string;
  summary: string;
  addressees: string[];
  authorName: string;
  language: Language;
  closesOn: string | null;
  document: DocumentNode;
  editedAt: Date | string;
};

/** A draft as it would be published, under the day of its last change. */
export function DraftReading({ draft, passages }: { draft: Read; passages: (CitedPassage | null)[] }) {
  return (
    <>
      <LetterHead letter={{ ...draft, open: true, publishedAt: draft.editedAt }} />
      <article className="letter-body">
        <LetterText document={draft.document} language={draft.language} passages={passages} />
        <p className="letter-author" lang={draft.language}>
          {typeset(draft.authorName, draft.language)}
        </p>
      </article>
    </>
  );
}
