import type { ReactNode } from "react";
import { languages } from "#app/languages/language.ts";
import { useReader, useWords } from "./words.tsx";

const languageNames = { en: "English", fr: "Français" };

/**
 * The head of every page: wordmark, ways, language. Plain links and forms, so it works before any script.
 * @param props.children what stands before the name of who is logged in
 */
export function Masthead({ children }: { children?: ReactNode }) {
  const { t, language } = useWords();
  const reader = useReader();
  return (
    <header className="masthead">
      <a className="skip" href="#main">
        {t("page.skip")}
      </a>
      <div className="masthead-inner">
        <a className="wordmark" href="/">
          Tribune
        </a>
        <nav aria-label={t("page.navigation")}>
          <ul>
            <li>
              <a href="/letters">{t("page.letters")}</a>
            </li>
            <li>
              <a href="/doctrine">{t("doctrine.title")}</a>
            </li>
            <li>
              <a href="/organisations">{t("organisations.title")}</a>
            </li>
            <li>
              <a href="/search">{t("search.title")}</a>
            </li>
            <li>
              <a href="/letters/new">{t("page.write")}</a>
            </li>
            {reader?.account ? (
              <>
                <li>
                  <a href="/letters/mine">{t("page.mine")}</a>
                </li>
                {reader.account.role === "admin" ? (
                  <li>
                    <a href="/administration">{t("administration.title")}</a>
                  </li>
                ) : null}
                {children}
                <li>
                  <a href="/settings" className="masthead-account">
                    {reader.account.name}
                  </a>
                </li>
              </>
            ) : (
              <li>
                <a href="/login">{t("page.login")}</a>
              </li>
            )}
          </ul>
        </nav>
        <form
          method="post"
          action="/preferences"
          className="masthead-language"
          aria-label={t("page.language")}
        >
          <input type="hidden" name="next" value={reader?.path ?? "/"} />
          {languages
            .filter((choice) => choice !== language)
            .map((choice) => (
              <button key={choice} name="language" value={choice} lang={choice}>
                {languageNames[choice]}
              </button>
            ))}
        </form>
      </div>
    </header>
  );
}

/** What administrators tell everybody, and that nothing can be written for a while. */
export function Banner() {
  const { t } = useWords();
  const reader = useReader();
  if (!reader?.banner && !reader?.readOnly) return null;
  return (
    <aside className="banner" aria-label={t("banner.label")}>
      {reader.banner ? <p>{reader.banner}</p> : null}
      {reader.readOnly ? <p>{t("banner.readOnly")}</p> : null}
    </aside>
  );
}

/** The foot of every page: what Tribune is, appearance, personal data. */
export function Footer() {
  const { t } = useWords();
  const reader = useReader();
  const themes = [
    { value: "auto", label: t("page.theme.auto") },
    { value: "light", label: t("page.theme.light") },
    { value: "dark", label: t("page.theme.dark") },
  ];
  return (
    <footer className="footer">
      <div className="footer-inner">
        <p className="footer-line">{t("page.promise")}</p>
        <form method="post" action="/preferences" className="footer-theme">
          <input type="hidden" name="next" value={reader?.path ?? "/"} />
          <fieldset>
            <legend>{t("page.theme")}</legend>
            {themes.map(({ value, label }) => (
              <button
                key={value}
                name="theme"
                value={value}
                aria-pressed={(reader?.theme ?? "auto") === value}
              >
                {label}
              </button>
            ))}
          </fieldset>
        </form>
        <ul className="footer-links">
          <li>
            <a href="/privacy">{t("page.privacy")}</a>
          </li>
          <li>
            <a href="/my-data">{t("myData.title")}</a>
          </li>
          <li>
            <a href="/moderation/log">{t("publicLog.title")}</a>
          </li>
          <li>
            <a href="/moderation/reasons">{t("moderation.title")}</a>
          </li>
          {reader?.account?.moderates ? (
            <li>
              <a href="/moderation">{t("moderation.queue")}</a>
            </li>
          ) : null}
          {reader?.keptMails ? (
            <li>
              <a href="/dev/mail">{t("page.mail")}</a>
            </li>
          ) : null}
        </ul>
      </div>
    </footer>
  );
}

/** A page of one narrow column: forms, notices, settings. */
export function NarrowPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" className="page narrow stack">
      <h1>{title}</h1>
      {children}
    </main>
  );
}

/** "Something was done", announced politely and in sight. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <div className="notice" role="status">
      {children}
    </div>
  );
}

/** The link to the next page of a list that is paged by key; nothing on the last page. */
export function NextPage({ href, first }: { href: string | null; first?: string | null }) {
  const { t } = useWords();
  if (!href && !first) return null;
  return (
    <nav className="pager" aria-label={t("pager.label")}>
      {first ? <a href={first}>{t("pager.first")}</a> : null}
      {href ? (
        <a href={href} rel="next">
          {t("pager.next")}
        </a>
      ) : null}
    </nav>
  );
}
