import type { ReactNode } from "react";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import type { Phrase } from "#app/languages/translate.ts";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import type { Letter } from "#app/letters/letter.ts";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/words.tsx";

/** A page of what is recorded of a letter: the records, and for who may write one the form, or why there is none. */
export function RecordPage({
  letter,
  title,
  lead,
  recorder,
  form,
  fields,
  children,
}: {
  letter: Pick<Letter, "slug" | "title" | "language" | "state">;
  title: Phrase;
  lead: Phrase;
  /** Whether the reader may record something here. */
  recorder: boolean;
  form: FormState | undefined;
  fields: ReactNode;
  children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <main id="main" className="page medium stack">
      <LetterPartHead letter={letter} title={t(title)} />
      <p className="lead">{t(lead)}</p>
      {children}
      {recorder && letter.state === "archived" && !form ? (
        <p className="notice">{t("record.archived")}</p>
      ) : null}
      <LoggedOutNotice form={form} />
      {form || (recorder && letter.state !== "archived") ? fields : null}
    </main>
  );
}

/** The form of a record. */
export function RecordForm({
  title,
  text,
  button,
  submissionKey,
  place,
  form,
  children,
}: {
  title: Phrase;
  text: string;
  button: Phrase;
  submissionKey: string;
  /** The address that the form is sent to. */
  place: string;
  form: FormState | undefined;
  children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <form
      method="post"
      action={place}
      id="record"
      className="record-form stack"
      aria-labelledby="record-title"
      noValidate
      data-once
    >
      <h2 id="record-title">{t(title)}</h2>
      <p>{text}</p>
      <ErrorSummary form={form} />
      <input type="hidden" name="key" value={form?.values.key ?? submissionKey} />
      {children}
      <p>
        <button className="button button-seal">{t(button)}</button>
      </p>
    </form>
  );
}
