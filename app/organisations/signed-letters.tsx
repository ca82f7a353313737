import type { SignedLetter } from "#app/signatures/signed-letters.server.ts";
import { Day, useWords } from "#app/ui/words.tsx";

type Shown = Omit<SignedLetter, "signedAt"> & { signedAt: Date | string };

/** The letters an organisation signed, with what its mandate was worth then; nothing while there is none. */
export function SignedLetters({ letters }: { letters: Shown[] }) {
  const { t } = useWords();
  if (letters.length === 0) return null;
  return (
    <>
      <h2>{t("proofs.letters")}</h2>
      <ul className="organisation-list">
        {letters.map(({ id, slug, title, language, level, signedAt }) => (
          <li key={id}>
            <a href={`/letters/${slug}`} lang={language}>
              {title}
            </a>{" "}
            <span className="quiet">
              <Day at={signedAt} />
              {level ? `, ${t(`level.${level}`)}` : null}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
