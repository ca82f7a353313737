import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/words.tsx";
import { BeginForm } from "./begin-form.tsx";
import type { MarginThread } from "./margin.ts";
import type { MarginStanding } from "./margin-comment.tsx";
import { MarginBody } from "./margin-fields.tsx";
import { MarginThreadView } from "./margin-thread.tsx";
import type { Margin } from "./read-threads.server.ts";

type Shown = Omit<Margin, "threads"> & { threads: MarginThread[] };

type Props = {
  path: string;
  /** Null for whom the session has ended: only what they typed is there. */
  margin: Shown | null;
  /** "open", "resolved" or anything else for all. */
  show: string | null;
  accountId: number;
  submissionKey: string;
  form?: FormState;
};

/** The threads of a draft as a list, the open ones first, each in the order of the text, under a form to begin one. */
export function MarginPage({ path, margin, show, accountId, submissionKey, form }: Props) {
  const { t, number } = useWords();
  const threads = margin?.threads ?? [];
  const [open, resolved] = [
    threads.filter((each) => !each.resolved),
    threads.filter((each) => each.resolved),
  ];
  const begun = form?.values.intent === "begin" ? form : undefined;
  const people = margin?.people ?? [];
  const language = margin?.letter.language ?? "en";
  const standing: MarginStanding = { path, accountId, canWrite: margin?.canWrite ?? false, people, form };
  const list = (shown: MarginThread[]) =>
    shown.map((thread) => (
      <MarginThreadView key={thread.id} {...{ thread, language, standing, submissionKey }} />
    ));
  const tabs = [
    { at: path, label: t("margin.filter.all"), shown: show !== "open" && show !== "resolved" },
    {
      at: `${path}?show=open`,
      label: t("margin.filter.open", { number: number(open.length) }),
      shown: show === "open",
    },
    {
      at: `${path}?show=resolved`,
      label: t("margin.filter.resolved", { number: number(resolved.length) }),
      shown: show === "resolved",
    },
  ];
  return (
    <>
      {form && !isPlaced(form, margin) ? <KeptForm path={path} form={form} people={people} /> : null}
      {margin?.letter.state !== "draft" && margin ? (
        <p className="notice">{t("margin.publishedNotice")}</p>
      ) : null}
      {margin && !margin.canWrite && margin.letter.state === "draft" ? (
        <p className="quiet">{t("margin.readOnly")}</p>
      ) : null}
      {margin?.canWrite || begun ? (
        <details className="margin-begin" open={begun !== undefined || threads.length === 0}>
          <summary>{t("margin.begin")}</summary>
          <BeginForm text={margin?.text ?? ""} form={begun} {...{ path, language, people, submissionKey }} />
        </details>
      ) : null}
      {threads.length === 0 ? (
        <p>{t("margin.none")}</p>
      ) : (
        <nav aria-label={t("margin.filter")} className="tabs">
          {tabs.map(({ at, label, shown }) => (
            <a key={at} href={at} aria-current={shown ? "page" : undefined}>
              {label}
            </a>
          ))}
        </nav>
      )}
      {threads.length > 0 && show !== "resolved" ? (
        <section aria-labelledby="open" className="margin-list">
          <h2 id="open">{t("margin.open")}</h2>
          {open.length === 0 ? <p>{t("margin.none")}</p> : list(open)}
        </section>
      ) : null}
      {resolved.length > 0 && show !== "open" ? (
        <section aria-labelledby="resolved" className="margin-list">
          <h2 id="resolved">{t("margin.resolved")}</h2>
          {list(resolved)}
        </section>
      ) : null}
    </>
  );
}

/** What was typed into a form that the page no longer has, ready to be sent again. */
function KeptForm({ path, form, people }: { path: string; form: FormState; people: string[] }) {
  const { t } = useWords();
  const { body, ...hidden } = form.values;
  return (
    <form method="post" action={path} className="stack" noValidate data-once>
      <ErrorSummary form={form} idPrefix="kept-" />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {body === undefined ? null : (
        <>
          <MarginBody idPrefix="kept-" label="margin.body" people={people} form={form} />
          <p>
            <button className="button">{t("margin.begin.button")}</button>
          </p>
        </>
      )}
    </form>
  );
}

/** Whether a form about a thread has its place on the page. */
function isPlaced(form: FormState, margin: Shown | null): boolean {
  const { intent, thread, comment } = form.values;
  if (intent === "begin") return true;
  const there = margin?.threads.some(
    ({ id, comments }) => String(id) === thread || comments.some((each) => String(each.id) === comment),
  );
  return there === true && (margin?.canWrite === true || intent === "delete");
}
