import { typeset } from "#app/languages/french-spacing.ts";
import { formatMoment } from "#app/languages/translate.ts";
import type { CitedPassage } from "#app/doctrine/cited-passage.ts";
import { LetterText } from "#app/letters/letter-text.tsx";
import { useWords } from "#app/ui/words.tsx";
import type { Hidden } from "./read-hidden.server.ts";
import { SubjectWords } from "./subject-view.tsx";

type Own = NonNullable<Hidden["own"]>;

/** That something was hidden: when, why, and where the decision can be looked up. */
export function HiddenNotice({
  kind,
  hiddenAt,
  reason,
  law,
  log,
}: Pick<Hidden, "kind" | "reason" | "law"> & { hiddenAt: Date | string; log: string }) {
  const { t, language } = useWords();
  return (
    <>
      <p className="lead">{t(`hidden.text.${kind}`, { at: formatMoment(language, new Date(hiddenAt)) })}</p>
      <p>
        {t("hidden.reason")} <a href={`/moderation/reasons#${reason}`}>{t(`moderation.reason.${reason}`)}</a>.
      </p>
      {law ? <p>{t(`hidden.law.${law.from}`, { law: law.provision })}</p> : null}
      <p>{t(`hidden.means.${kind}`)}</p>
      <p>
        <a href={log}>{t("hidden.log")}</a>
      </p>
    </>
  );
}

/** What was hidden, as those who wrote it still read it, and their way to contest that. */
export function OwnHidden({ own, passages }: { own: Own; passages: (CitedPassage | null)[] }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="own" className="stack">
      <div className="notice">
        <p>{t("hidden.own")}</p>
        {own.decision === null ? (
          <p>{t("hidden.own.other")}</p>
        ) : (
          <p>
            <a href={`/moderation/contest/${own.decision}`}>{t("comment.hidden.contest")}</a>
          </p>
        )}
      </div>
      <h2 id="own" lang={own.language}>
        {typeset(own.title, own.language)}
      </h2>
      {own.words === "" ? null : <SubjectWords words={own.words} />}
      {own.document ? (
        <LetterText document={own.document} language={own.language} passages={passages} />
      ) : null}
    </section>
  );
}
