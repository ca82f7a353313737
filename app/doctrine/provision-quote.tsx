import { formatCalendarDay } from "#app/languages/translate.ts";
import { useReader, useWords } from "#app/ui/words.tsx";
import { type DoctrineText, provisionHref } from "./doctrine-text.ts";
import type { ProvisionState } from "./read-provision.server.ts";
import { provisionName } from "./provision-name.ts";

type Props = {
  text: Pick<DoctrineText, "slug" | "title" | "language">;
  state: Pick<ProvisionState, "slug" | "kind" | "number" | "title" | "dated">;
};

/** How to quote a provision as it stands: the address names the revision, so that it shows these words for good. */
export function ProvisionQuote({ text, state }: Props) {
  const { t, language } = useWords();
  const origin = useReader()?.origin ?? "";
  const line = t("doctrine.provision.quote.line", {
    name: provisionName(state, text.language) || state.title,
    text: text.title,
    day: formatCalendarDay(language, state.dated),
    url: `${origin}${provisionHref(text.slug, state.slug, { revision: state.dated })}`,
  });
  return (
    <section aria-labelledby="quote" className="provision-quote share">
      <h2 id="quote">{t("doctrine.provision.quote")}</h2>
      <label htmlFor="quote-line" className="visually-hidden">
        {t("doctrine.provision.quote.label")}
      </label>
      <input id="quote-line" type="text" readOnly value={line} />
      <p className="share-ways">
        <button
          type="button"
          className="link-button"
          data-copy="quote-line"
          data-copied={t("share.copied")}
          hidden
        >
          {t("doctrine.provision.quote.copy")}
        </button>
        <button type="button" className="link-button" data-print hidden>
          {t("share.print")}
        </button>
      </p>
    </section>
  );
}
