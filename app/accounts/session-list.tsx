import { Moment, useWords } from "#app/ui/words.tsx";
import type { SessionSummary } from "./session.server.ts";

type Listed = Omit<SessionSummary, "createdAt" | "expiresAt"> & { createdAt: Date | string };

/** What a User-Agent header names, the particular before the general: Edge says "Chrome" too, Android "Linux". */
const browsers = [
  ["Edg", "Edge"],
  ["OPR", "Opera"],
  ["SamsungBrowser", "Samsung Internet"],
  ["Firefox", "Firefox"],
  ["Chrome", "Chrome"],
  ["Safari", "Safari"],
] as const;
const systems = [
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["CrOS", "ChromeOS"],
  ["Mac OS X", "macOS"],
  ["Linux", "Linux"],
] as const;

/** The program and system a User-Agent header names, in words an owner recognises; empty when it says neither. */
export function describeBrowser(userAgent: string): string {
  const browser = browsers.find(([mark]) => userAgent.includes(`${mark}/`))?.[1];
  const system = systems.find(([mark]) => userAgent.includes(mark))?.[1];
  return [browser, system].filter(Boolean).join(" · ");
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
