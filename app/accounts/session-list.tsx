import { Moment, useWords } from "#app/ui/words.tsx";
import type { SessionSummary } from "./session.server.ts";

type Listed = Omit<SessionSummary, "createdAt" | "expiresAt"> & { createdAt: Date | string };

/** The program and system a User-Agent header names, in words an owner recognises; empty when it says neither. */
export function describeBrowser(userAgent: string): string {
  const browser = /(Firefox|Edg|OPR|SamsungBrowser|Chrome|Safari)\/[\d.]+/.exec(userAgent)?.[1];
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux|CrOS)/.exec(userAgent)?.[1];
  const names: Record<string, string> = {
    Edg: "Edge",
    OPR: "Opera",
    SamsungBrowser: "Samsung Internet",
    "Mac OS X": "macOS",
    CrOS: "ChromeOS",
  };
  return [browser, system].flatMap((name) => (name ? [names[name] ?? name] : [])).join(" · ");
}

/** The open sessions of an account, each with a button that ends it, and one that ends all. */
export function SessionList({ sessions }: { sessions: Listed[] }) {
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
              <form method="post" action="/settings">
                <input type="hidden" name="intent" value="session" />
                <button className="link-button" name="session" value={session.idHash}>
                  {t("settings.session.end")}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action="/settings">
        <button className="button button-quiet" name="intent" value="everywhere">
          {t("settings.everywhere")}
        </button>
      </form>
    </>
  );
}
