import { useWords } from "#app/ui/words.tsx";
import { shareLinks } from "./share-links.ts";

/**
 * Ways to pass a letter on. They are links: no other site knows of a reader before one of them is followed.
 * @param page where the ways are that ask for more: the instance of Mastodon, the code for a site
 */
export function ShareRow({
  id,
  title,
  url,
  page,
  press,
}: {
  id: string;
  title: string;
  url: string;
  page: string;
  /** The page for who writes about it. */
  press: string;
}) {
  const { t } = useWords();
  const { mail, linkedin, bluesky } = shareLinks(title, url);
  return (
    <div className={`share ${id}`}>
      <h2>{t("share.title")}</h2>
      <label htmlFor={id} className="visually-hidden">
        {t("share.link")}
      </label>
      <input id={id} type="text" readOnly value={url} />
      <p className="share-ways">
        <button type="button" className="link-button" data-copy={id} data-copied={t("share.copied")} hidden>
          {t("share.copy")}
        </button>
        <a href={mail}>{t("share.mail")}</a>
        <a href={`${page}#mastodon`}>{t("embeds.link")}</a>
        <a href={linkedin} rel="noopener">
          LinkedIn
        </a>
        <a href={bluesky} rel="noopener">
          Bluesky
        </a>
        <a href={`${page}#embed`}>{t("embeds.embed.link")}</a>
        <a href={press}>{t("press.link")}</a>
        <button type="button" className="link-button" data-print hidden>
          {t("share.print")}
        </button>
      </p>
    </div>
  );
}
