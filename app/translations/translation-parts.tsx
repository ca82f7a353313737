import type { CitedPassage } from "#app/doctrine/cited-passage.ts";
import { typeset } from "#app/languages/french-spacing.ts";
import { LetterText } from "#app/letters/letter-text.tsx";
import type { SignedText } from "#app/letters/version.ts";
import { useWords } from "#app/ui/words.tsx";

type Props = { text: SignedText; passages: (CitedPassage | null)[] };

/** The original beside the form of its translation. */
export function OriginalText({ text, passages }: Props) {
  const { t } = useWords();
  const { title, language, document } = text;
  return (
    <section className="translation-original stack" aria-labelledby="original">
      <h2 id="original">{t(`translations.original.${language}`)}</h2>
      <p className="translation-title" lang={language}>
        {typeset(title, language)}
      </p>
      <LetterText document={document} language={language} passages={passages} />
    </section>
  );
}

/** A translation for those who read the draft and do not write it. */
export function TranslationText({ slug, text, passages }: Props & { slug: string }) {
  const { t } = useWords();
  const { title, language, document } = text;
  return (
    <article className="letter-body stack">
      <p>
        <a href={`/letters/${slug}/draft`}>{t("translations.readOriginal")}</a>
      </p>
      <h2 lang={language}>{typeset(title, language)}</h2>
      <LetterText document={document} language={language} passages={passages} />
    </article>
  );
}

/** Deletes the translation of the page, for its authors. */
export function DeleteTranslation() {
  const { t } = useWords();
  return (
    <details className="danger">
      <summary>{t("translations.delete")}</summary>
      <form method="post" data-once>
        <p>{t("translations.delete.text")}</p>
        <button className="button button-quiet" name="intent" value="delete">
          {t("translations.delete.button")}
        </button>
      </form>
    </details>
  );
}
