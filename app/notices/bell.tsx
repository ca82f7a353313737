import { useReader, useWords } from "#app/ui/words.tsx";

/** So many are told apart; beyond it says "99+". */
const most = 99;

/** The way to one's notices, with how many are unread; only for who is logged in. */
export function Bell() {
  const unread = useReader()?.unread;
  const { t, number } = useWords();
  if (unread === null || unread === undefined) return null;
  const shown = unread > most ? `${most}+` : number(unread);
  const label = unread === 0 ? t("notices.bell.none") : t("notices.bell", { count: unread, number: shown });
  return (
    <li>
      <a href="/notices" className="bell" aria-label={label}>
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
          <path d="M12 3a6 6 0 0 0-6 6v4l-2 4h16l-2-4V9a6 6 0 0 0-6-6Zm-2.5 16a2.5 2.5 0 0 0 5 0" />
        </svg>
        {unread > 0 ? (
          <span className="bell-count" aria-hidden="true">
            {shown}
          </span>
        ) : null}
      </a>
    </li>
  );
}
