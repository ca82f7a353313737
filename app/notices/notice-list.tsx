import { HoldReasonList } from "#app/pipeline/held-list.tsx";
import { Moment, useWords } from "#app/ui/words.tsx";
import { type Notice, noticeWords } from "./notice.ts";

/** Notices, the newest first. Each is a button: to open it marks it as read, which a link may not do. */
export function NoticeList({ notices }: { notices: Notice[] }) {
  const { t, language } = useWords();
  return (
    <ol className="notices">
      {notices.map((notice) => (
        <li key={notice.id} className={notice.read ? "told" : "told told-unread"}>
          <form method="post" action="/notices">
            <input type="hidden" name="intent" value="open" />
            <button name="notice" value={notice.id} className="told-open">
              {noticeWords(language, notice)}
            </button>
          </form>
          {notice.body ? <p className="told-said">{notice.body}</p> : null}
          {notice.reasons ? <HoldReasonList reasons={notice.reasons} /> : null}
          <p className="quiet">
            {notice.read ? null : <strong className="told-mark">{t("notices.unread")}</strong>}{" "}
            <Moment at={notice.createdAt} />
          </p>
        </li>
      ))}
    </ol>
  );
}
