import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Language } from "#app/languages/language.ts";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/words.tsx";
import type { MarginSelection, MarginThread } from "./margin.ts";
import type { MarginStanding } from "./margin-comment.tsx";
import { MarginBody } from "./margin-fields.tsx";
import { MarginThreadView } from "./margin-thread.tsx";
import type { Sent } from "./use-margin.ts";

type Props = {
  slug: string;
  language: Language;
  /** All threads; the open ones are shown, in the order that they are given. */
  threads: MarginThread[];
  /** Ids of the threads whose passage the editor shows. */
  shown: ReadonlySet<number>;
  accountId: number;
  canWrite: boolean;
  people: string[];
  activeThread: number | null;
  onActivate: (thread: number) => void;
  /** The passage that a new thread is being begun on. */
  pending: MarginSelection | null;
  /** A thread was begun, or nobody begins one any more (null). */
  onBegin: (thread: number | null) => void;
  /** Sends a form about the margin: `send` of `useMargin`. */
  send: (fields: FormData) => Promise<Sent>;
};

/** The open threads of a draft beside the live editor, each as a card; the rest is on the page of all comments. */
export function MarginPanel(props: Props) {
  const { slug, language, threads, shown, activeThread, onActivate, pending, onBegin, send } = props;
  const { accountId, canWrite, people } = props;
  const { t } = useWords();
  const [form, setForm] = useState<FormState>();
  const sending = useRef(false);
  const cards = useRef<HTMLElement>(null);
  useEffect(() => {
    if (pending) cards.current?.querySelector<HTMLElement>("#begin-body")?.focus();
  }, [pending]);
  useEffect(() => {
    if (activeThread === null) return;
    cards.current?.querySelector(`#thread-${activeThread}`)?.scrollIntoView({ block: "nearest" });
  }, [activeThread]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A second click while the first is on its way.
    if (sending.current) return;
    sending.current = true;
    const sent = event.currentTarget;
    const fields = new FormData(sent);
    const answer = await send(fields);
    sending.current = false;
    setForm(answer.ok ? undefined : answer.form);
    if (!answer.ok) return;
    sent.reset();
    sent.closest("details")?.removeAttribute("open");
    if (fields.get("intent") === "begin") onBegin(answer.thread);
  };
  const path = `/letters/${slug}/draft/comments`;
  const onSubmit = (event: FormEvent<HTMLFormElement>) => void submit(event);
  const standing: MarginStanding = { path, accountId, canWrite, people, form, onSubmit };
  const open = threads.filter(({ resolved }) => !resolved);
  return (
    <aside className="margin-panel" aria-labelledby="margin-title" ref={cards}>
      <h2 id="margin-title">{t("margin.title")}</h2>
      {pending && canWrite ? (
        <form method="post" action={path} className="margin-thread stack" noValidate onSubmit={onSubmit}>
          <ErrorSummary form={form?.values.intent === "begin" ? form : undefined} idPrefix="begin-" />
          <h3 className="margin-passage" lang={language}>
            {pending.quote}
          </h3>
          <input type="hidden" name="intent" value="begin" />
          {Object.entries(pending).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} readOnly />
          ))}
          <MarginBody
            idPrefix="begin-"
            label="margin.body"
            people={people}
            form={form?.values.intent === "begin" ? form : undefined}
          />
          <p className="actions">
            <button className="button">{t("margin.begin.button")}</button>
            <button type="button" className="button button-quiet" onClick={() => onBegin(null)}>
              {t("margin.cancel")}
            </button>
          </p>
        </form>
      ) : null}
      {open.length === 0 && !pending ? <p className="quiet">{t("margin.none.panel")}</p> : null}
      {open.map((thread) => (
        <MarginThreadView
          key={thread.id}
          thread={thread}
          language={language}
          standing={standing}
          gone={!shown.has(thread.id)}
          active={thread.id === activeThread}
        >
          {shown.has(thread.id) ? (
            <p>
              <button
                type="button"
                className="link-button"
                aria-pressed={thread.id === activeThread}
                onClick={() => onActivate(thread.id)}
              >
                {t("margin.show")}
              </button>
            </p>
          ) : null}
        </MarginThreadView>
      ))}
      <p>
        <a href={path}>{t("margin.all")}</a>
      </p>
    </aside>
  );
}
