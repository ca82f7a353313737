import { Moment, useWords } from "#app/ui/words.tsx";
import { Choice } from "./choice.tsx";
import { type CaseFilter, type CaseList, caseLists } from "./case-filter.ts";
import type { ListedCase } from "./list-cases.server.ts";
import { isUnseen, reportReasons, subjectKinds } from "./reason.ts";

type Shown = Omit<ListedCase, "openedAt"> & { openedAt: Date | string };

/** Which cases are shown, as ways beside each other. */
export function CaseTabs({ filter, counts }: { filter: CaseFilter; counts: Record<CaseList, number> }) {
  const { t, number } = useWords();
  return (
    <nav className="tabs" aria-label={t("moderation.title")}>
      {caseLists.map((list) => (
        <a
          key={list}
          href={list === "open" ? "/moderation" : `/moderation?list=${list}`}
          aria-current={filter.list === list ? "page" : undefined}
        >
          {t(`queue.list.${list}`)} ({number(counts[list])})
        </a>
      ))}
    </nav>
  );
}

/** Narrows the queue; a plain GET, so that a narrowed list has an address. */
export function CaseFilterForm({ filter }: { filter: CaseFilter }) {
  const { t } = useWords();
  const any = t("queue.any");
  return (
    <form method="get" action="/moderation" className="moderation-filter" aria-label={t("queue.filter")}>
      <input type="hidden" name="list" value={filter.list} />
      <Choice
        name="kind"
        label={t("queue.kind")}
        value={filter.kind}
        any={any}
        choices={subjectKinds.map((value) => ({ value, label: t(`moderation.kind.${value}`) }))}
      />
      <Choice
        name="reason"
        label={t("queue.reason")}
        value={filter.reason}
        any={any}
        choices={reportReasons.map((value) => ({ value, label: t(`moderation.reason.${value}`) }))}
      />
      <Choice
        name="claim"
        label={t("queue.claim")}
        value={filter.claim}
        any={any}
        choices={(["mine", "unclaimed"] as const).map((value) => ({ value, label: t(`queue.${value}`) }))}
      />
      <button className="button button-quiet">{t("queue.show")}</button>
    </form>
  );
}

const shownWords = 200;

/** Cases, each with what was reported, how often and why, and who has it. */
export function CaseRows({ cases, moderatorId }: { cases: Shown[]; moderatorId: number }) {
  const { t, number } = useWords();
  return (
    <ol className="rows moderation-cases" data-cases>
      {cases.map(({ id, kind, reports, reasons, held, openedAt, claimant, subject }) => (
        <li key={id}>
          <p>
            <a href={`/moderation/cases/${id}`} data-case>
              {t(`moderation.kind.${kind}`)} · {subject ? subject.title : t("queue.gone")}
            </a>
          </p>
          {subject && !subject.gone ? (
            <p className="moderation-excerpt" dir="auto">
              {subject.words.length > shownWords ? `${subject.words.slice(0, shownWords)}…` : subject.words}
            </p>
          ) : null}
          <p className="quiet">
            {isUnseen(kind)
              ? held.map((reason) => t(`held.short.${reason}`)).join(", ") || t("submission.short")
              : `${t("queue.reports", { count: reports, number: number(reports) })} · ${reasons
                  .map((reason) => t(`moderation.reason.${reason}`))
                  .join(", ")}`}{" "}
            · <Moment at={openedAt} />
            {claimant ? (
              <>
                {" · "}
                {claimant.id === moderatorId ? t("queue.yours") : t("queue.claimed", { name: claimant.name })}
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ol>
  );
}
