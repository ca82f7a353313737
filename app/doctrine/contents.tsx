import { useWords } from "#app/ui/words.tsx";
import type { Line } from "./contents-lines.ts";
import { textHref } from "./doctrine-text.ts";
import { provisionName } from "./provision-name.ts";
import type { Language } from "#app/languages/language.ts";

type Props = {
  slug: string;
  language: Language;
  revision: string | null;
  lines: Line[];
  /** The first anchor of the part that is shown; null when none is. */
  shown: string | null;
};

/** The table of contents: a column on a wide screen, a folded list on a narrow one. The script marks where one reads. */
export function Contents(props: Props) {
  const { t } = useWords();
  return (
    <details className="contents">
      <summary>{t("doctrine.contents")}</summary>
      <nav aria-label={t("doctrine.contents")} lang={props.language} data-contents>
        <Lines {...props} />
      </nav>
    </details>
  );
}

function Lines(props: Props) {
  const { slug, language, revision, lines, shown } = props;
  return (
    <ol>
      {lines.map((line) => {
        const { entry, last, part, lines: below } = line;
        const name = provisionName(entry, language);
        return (
          <li key={entry.id} data-part={part === entry.slug ? part : undefined}>
            <a
              href={
                part === shown
                  ? `#${encodeURIComponent(entry.slug)}`
                  : textHref(slug, { revision, part, at: entry.slug })
              }
              data-at={entry.slug}
            >
              {name ? <span className="contents-name">{name}</span> : null}
              {last ? <span className="contents-name"> – {provisionName(last, language)}</span> : null}
              {entry.title && !last ? <span> {entry.title}</span> : null}
            </a>
            {below.length > 0 ? <Lines {...props} lines={below} /> : null}
          </li>
        );
      })}
    </ol>
  );
}
