import { frenchSpacing, typeset } from "#app/languages/french-spacing.ts";
import type { Letter } from "#app/letters/letter.ts";
import { CalendarDay, Day, useWords } from "#app/ui/words.tsx";
import type { Outcome } from "./read-outcome.server.ts";
import { RecordText } from "./update-view.tsx";

type Dated<T> = { [Key in keyof T]: T[Key] extends Date ? Date | string : T[Key] };
type Shown = {
  reply: Outcome["reply"];
  replies: number;
  deliveries: Outcome["deliveries"];
  updates: Dated<Outcome["updates"][number]>[];
};
type Told = Pick<Letter, "slug" | "language" | "authorName">;

/** What became of a letter, before its text: the newest reply, to whom it was handed over, the newest updates. */
export function LetterOutcome({ letter, outcome }: { letter: Told; outcome: Shown }) {
  const { t } = useWords();
  const { reply, deliveries, updates } = outcome;
  if (!reply && deliveries.length === 0 && updates.length === 0) return null;
  return (
    <section className="outcome" aria-label={t("outcome.label")}>
      {reply ? <ReplyInShort letter={letter} reply={reply} replies={outcome.replies} /> : null}
      {deliveries.length > 0 ? (
        <div className="outcome-part">
          <h2>{t("delivery.title")}</h2>
          <ul className="outcome-lines">
            {deliveries.map((delivery) => (
              <li key={delivery.id}>
                <CalendarDay day={delivery.day} />
                <a href={`/letters/${letter.slug}/delivery#delivery-${delivery.id}`}>
                  <DeliveredTo letter={letter} {...delivery} />
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {updates.length > 0 ? (
        <div className="outcome-part">
          <h2>
            <a href={`/letters/${letter.slug}/updates`}>{t("updates.title")}</a>
          </h2>
          <ul className="outcome-lines">
            {updates.map((update) => (
              <li key={update.id}>
                <Day at={update.publishedAt} />
                <a href={`/letters/${letter.slug}/updates/${update.id}`} lang={letter.language}>
                  {typeset(update.title, letter.language)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}

function DeliveredTo({
  letter,
  addressee,
  signatures,
}: {
  letter: Told;
  addressee: string;
  signatures: number;
}) {
  const { t, number } = useWords();
  return (
    <>
      <span lang={letter.language}>{typeset(addressee, letter.language)}</span>,{" "}
      {t("delivery.signatures", { count: signatures, number: number(signatures) })}
    </>
  );
}

function ReplyInShort({
  letter,
  reply,
  replies,
}: {
  letter: Told;
  reply: NonNullable<Outcome["reply"]>;
  replies: number;
}) {
  const { t, number } = useWords();
  return (
    <div className="outcome-reply">
      <h2>{t("outcome.reply")}</h2>
      <p className="reply-name">
        <bdi>{frenchSpacing(reply.name)}</bdi>
      </p>
      <p className="quiet">
        {reply.office ? <>{frenchSpacing(reply.office)} · </> : null}
        <CalendarDay day={reply.day} />
      </p>
      {reply.excerpt ? <RecordText html={reply.excerpt} /> : null}
      <p className="quiet">
        {reply.body === null
          ? t("outcome.reply.author", { author: letter.authorName })
          : t("outcome.reply.official", { body: reply.body })}
      </p>
      <p className="outcome-ways">
        <a href={`/letters/${letter.slug}/replies/${reply.id}`}>{t("outcome.reply.read")}</a>
        {replies > 1 ? (
          <a href={`/letters/${letter.slug}/replies`}>
            {t("outcome.replies.all", { number: number(replies) })}
          </a>
        ) : null}
      </p>
    </div>
  );
}
