import { providerName } from "#app/identity/identity.ts";
import { OfficialBadge } from "#app/identity/official-badge.tsx";
import { frenchSpacing } from "#app/languages/french-spacing.ts";
import { CalendarDay, Moment, useWords } from "#app/ui/words.tsx";
import type { Reply } from "./record.ts";
import { RecordText } from "./update-view.tsx";

/** A reply as it is shown: its text as HTML, "" when there is only an address. */
type ShownReply = Omit<Reply, "body" | "recordedAt"> & { html: string; recordedAt: Date | string };

/** Who replied and on which day, then the reply, and last who says so. */
export function ReplyView({ reply, author }: { reply: ShownReply; author: string }) {
  const { t } = useWords();
  return (
    <article className="reply" aria-label={t("reply.from", { name: reply.name })}>
      <header className="reply-head">
        <p className="reply-name">
          <bdi>{frenchSpacing(reply.name)}</bdi>
        </p>
        {reply.office ? <p className="reply-office">{frenchSpacing(reply.office)}</p> : null}
        <p className="quiet">
          {t("reply.on")} <CalendarDay day={reply.day} />
        </p>
      </header>
      {reply.html ? <RecordText html={reply.html} /> : null}
      {reply.address ? (
        <p className="reply-address">
          {t("reply.address")}{" "}
          <a href={reply.address} rel="nofollow ugc noopener">
            {reply.address}
          </a>
        </p>
      ) : null}
      <Provenance reply={reply} author={author} />
    </article>
  );
}

/** Who wrote the reply down here, and what the platform knows of it. */
function Provenance({ reply, author }: { reply: ShownReply; author: string }) {
  const { t } = useWords();
  const { official } = reply;
  return (
    <footer className="provenance">
      {official ? (
        <>
          <p>
            {t("reply.recorded.official", {
              recorder: reply.recorder ?? t("reply.recorded.someone"),
              body: official.body || t("official.siret", { siret: official.siret }),
              provider: providerName(official.issuer),
            })}
          </p>
          <OfficialBadge official={official} />
        </>
      ) : (
        <p>{t("reply.recorded.author", { author })}</p>
      )}
      <p>
        {t("reply.recorded.on")} <Moment at={reply.recordedAt} />
      </p>
    </footer>
  );
}
