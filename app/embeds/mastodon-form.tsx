import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import type { FormState } from "#app/requests/form.ts";
import { useWords } from "#app/ui/words.tsx";

export type MastodonShare = {
  typed: string;
  instance: string | null;
  /** Where the post is written, once the instance is known. */
  link: string | null;
};

/**
 * Asks for the instance and leads there by a link of its own: Tribune sends nobody to a place that an address named.
 * @param asked the language that is read, where it is not the original
 */
export function MastodonForm({ asked, mastodon }: { asked: string | null; mastodon: MastodonShare }) {
  const { t } = useWords();
  const { typed, instance, link } = mastodon;
  const form: FormState | undefined =
    typed !== "" && instance === null
      ? { values: { instance: typed }, errors: { instance: "embeds.instance.wrong" } }
      : undefined;
  return (
    <section aria-labelledby="mastodon" className="stack">
      <h2 id="mastodon">{t("embeds.mastodon")}</h2>
      <ErrorSummary form={form} />
      <form method="get" className="stack">
        {asked ? <input type="hidden" name="in" value={asked} /> : null}
        <Field
          name="instance"
          label="embeds.instance"
          hint="embeds.instance.hint"
          form={form}
          defaultValue={instance ?? ""}
          autoCapitalize="none"
          spellCheck={false}
        />
        <p>
          <button className="button button-quiet">{t("embeds.instance.go")}</button>
        </p>
      </form>
      {link ? (
        <p className="notice" role="status">
          <a href={link} rel="noopener nofollow">
            {t("embeds.mastodon.open", { instance: instance ?? "" })}
          </a>
        </p>
      ) : null}
    </section>
  );
}
