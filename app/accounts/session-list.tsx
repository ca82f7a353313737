import { Moment, useWords } from "#app/ui/words.tsx";
import { readBrowser } from "./browser.ts";
import type { SessionSummary } from "./session.server.ts";

type Listed = Omit<SessionSummary, "createdAt" | "expiresAt"> & { createdAt: Date | string };

/** The program and system a User-Agent header names, in words an owner recognises; empty when it says neither. */
export function describeBrowser(userAgent: string): string {
  const { browser, system } = readBrowser(userAgent);
  return [browser, system].filter(Boolean).join(" · ");
}

/**
 * The open sessions of an account, each with a button that ends it, and one that ends all.
 * @param props.page the page that takes the forms: on that of the sign-ins the last button spares the session one is in
 */
export function SessionList({
  sessions,
  page = "/settings",
}: {
  sessions: Listed[];
  page?: "/settings" | "/settings/sign-ins";
}) {
  const { t } = useWords();
  return (
    <>
      <ul className="rows">
        {sessions.map((session) => (
          <li key={session.idHash} className="session">
            <span>
              {describeBrowser(session.userAgent) || t("settings.session.unknown")}
              <span className="quiet">
                {" "}
                {t("settings.session.since")} <Moment at={session.createdAt} />
              </span>
            </span>
            {session.current ? (
              <strong>{t("settings.session.current")}</strong>
            ) : (
              <form method="post" action={page}>
                <input type="hidden" name="intent" value="session" />
                <button className="link-button" name="session" value={session.idHash}>
                  {t("settings.session.end")}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action={page}>
        {page === "/settings" ? (
          <button className="button button-quiet" name="intent" value="everywhere">
            {t("settings.everywhere")}
          </button>
        ) : sessions.length > 1 ? (
          <button className="button button-quiet" name="intent" value="others">
            {t("signIns.others")}
          </button>
        ) : null}
      </form>
    </>
  );
}
