import { useWords } from "#app/ui/words.tsx";

function Code({ id, label, code, rows }: { id: string; label: string; code: string; rows: number }) {
  const { t } = useWords();
  return (
    <>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <textarea id={id} className="embed-code" readOnly rows={rows} value={code} spellCheck={false} />
      <p>
        <button type="button" className="link-button" data-copy={id} data-copied={t("share.copied")} hidden>
          {t("embeds.copy")}
        </button>
      </p>
    </>
  );
}

/** What others put on their own pages: the letter's card, and how many signed. */
export function EmbedSection({
  letter,
  card,
  badge,
}: {
  letter: { slug: string };
  /** The code to copy for each. */
  card: string;
  badge: string;
}) {
  const { t } = useWords();
  return (
    <>
      <section aria-labelledby="embed" className="stack">
        <h2 id="embed">{t("embeds.card")}</h2>
        <p>{t("embeds.card.lead")}</p>
        <Code id="embed-code" label={t("embeds.card.code")} code={card} rows={5} />
        <p>
          <a href={`/letters/${letter.slug}/embed`}>{t("embeds.card.look")}</a>
        </p>
      </section>
      <section aria-labelledby="badge" className="stack">
        <h2 id="badge">{t("embeds.badge")}</h2>
        <p>
          <img
            src={`/letters/${letter.slug}/badge.svg`}
            alt={t("embeds.badge.alt")}
            className="embed-badge"
          />
        </p>
        <Code id="badge-code" label={t("embeds.badge.code")} code={badge} rows={4} />
      </section>
    </>
  );
}
