import type { ReactNode } from "react";
import { typeset } from "#app/languages/french-spacing.ts";
import type { Language } from "#app/languages/language.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Moment, useWords } from "#app/ui/words.tsx";
import type { MarginComment, MarginThread, MarginTurn } from "./margin.ts";
import { MarginCommentView, type MarginStanding, refusedHere } from "./margin-comment.tsx";
import { MarginBody } from "./margin-fields.tsx";

/** So many signs of a passage stand in a heading; the rest is one click away. */
const headed = 160;

type Props = {
  thread: MarginThread;
  /** The language of the letter. */
  language: Language;
  standing: MarginStanding;
  submissionKey?: string;
  /** Whether its passage is nowhere; on the page that is what the decided text says. */
  gone?: boolean;
  /** The heading's level is one below that of what it stands under. */
  Heading?: "h2" | "h3";
  active?: boolean;
  /** What the live editor adds under the passage. */
  children?: ReactNode;
};

/** A thread: the passage that it stands on, what was said, and the ways to answer, resolve and reopen. */
export function MarginThreadView(props: Props) {
  const { thread, language, standing, submissionKey, Heading = "h3", active, children } = props;
  const { t } = useWords();
  const { quote } = thread.passage;
  const gone = props.gone ?? thread.place === null;
  const signs = [...quote];
  const heading = signs.length > headed ? `${signs.slice(0, headed).join("").trimEnd()} …` : quote;
  const state = `${gone ? " margin-gone" : ""}${active ? " margin-active" : ""}`;
  return (
    <section
      className={`margin-thread${state}`}
      id={`thread-${thread.id}`}
      tabIndex={-1}
      aria-labelledby={`passage-${thread.id}`}
    >
      <Heading className="margin-passage" id={`passage-${thread.id}`} lang={language}>
        {typeset(heading, language)}
      </Heading>
      {heading === quote ? null : (
        <details>
          <summary>{t("margin.whole")}</summary>
          <blockquote className="margin-whole" lang={language}>
            {typeset(quote, language)}
          </blockquote>
        </details>
      )}
      {gone ? <p className="margin-note">{t("margin.gone")}</p> : null}
      {children}
      <ol className="margin-comments">
        {inTime(thread).map((entry) => (
          <li key={"turn" in entry ? `turn-${entry.id}` : entry.id}>
            {"turn" in entry ? (
              <Turn turn={entry} />
            ) : (
              <MarginCommentView comment={entry} standing={standing} />
            )}
          </li>
        ))}
      </ol>
      {standing.canWrite ? (
        <ThreadForms thread={thread} standing={standing} submissionKey={submissionKey} />
      ) : null}
    </section>
  );
}

const inTime = ({ comments, turns }: MarginThread): (MarginComment | MarginTurn)[] => {
  const at = (entry: MarginComment | MarginTurn) =>
    new Date("turn" in entry ? entry.at : entry.createdAt).getTime();
  return [...comments, ...turns].toSorted((one, other) => at(one) - at(other));
};

function Turn({ turn: { turn, by, at } }: { turn: MarginTurn }) {
  const { t } = useWords();
  return (
    <p className="margin-head">
      {t(`margin.turn.${turn}`, { name: by ?? t("margin.somebody") })} · <Moment at={at} />
    </p>
  );
}

function ThreadForms({
  thread,
  standing,
  submissionKey,
}: Pick<Props, "thread" | "standing" | "submissionKey">) {
  const { t } = useWords();
  const { path, people, form, onSubmit } = standing;
  const { id, resolved } = thread;
  const turning = resolved ? "reopen" : "resolve";
  const replied = refusedHere(form, "reply", "thread", id);
  const turned = refusedHere(form, turning, "thread", id);
  return (
    <div className="margin-ways">
      <details open={replied !== undefined}>
        <summary>{t("margin.reply")}</summary>
        <form method="post" action={path} className="stack" noValidate data-once onSubmit={onSubmit}>
          <ErrorSummary form={replied} idPrefix={`reply-${id}-`} />
          <input type="hidden" name="intent" value="reply" />
          <input type="hidden" name="thread" value={id} />
          {submissionKey ? <input type="hidden" name="key" value={submissionKey} /> : null}
          <MarginBody idPrefix={`reply-${id}-`} label="margin.reply.body" people={people} form={replied} />
          <p>
            <button className="button">{t("margin.reply")}</button>
          </p>
        </form>
      </details>
      <form method="post" action={path} data-once onSubmit={onSubmit}>
        <ErrorSummary form={turned} />
        <input type="hidden" name="intent" value={turning} />
        <input type="hidden" name="thread" value={id} />
        <button className="button button-quiet">{t(`margin.${turning}`)}</button>
      </form>
    </div>
  );
}
