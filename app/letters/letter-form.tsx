import { useEffect, useRef, useState } from "react";
import { languages, type Language } from "#app/languages/language.ts";
import type { Phrase } from "#app/languages/translate.ts";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Choices, Field, TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import type { DocumentNode } from "./document.ts";
import type { LiveDraft, Opened } from "#app/together/live-draft.ts";
import { KeptText } from "#app/together/kept-text.tsx";
import { liveMessage } from "#app/together/live-message.ts";
import { useStanding } from "#app/together/use-standing.ts";
import { DocumentField, documentOf } from "./document-field.tsx";
import { letterLimits } from "./letter.ts";
import { LetterSurroundings } from "./letter-surroundings.tsx";
import { SaveState } from "./save-state.tsx";
import { useAutosave } from "./use-autosave.ts";

export type LetterFormValues = {
  title: string;
  summary: string;
  addressees: string[];
  authorKind: "person" | "organisation";
  authorName: string;
  language: Language;
  closesOn: string | null;
};

type Props = {
  values: LetterFormValues;
  document: DocumentNode;
  markdown: string;
  /** Null while the draft does not exist yet. */
  draft: { slug: string; revision: number; fieldsRevision: number } | null;
  /** The shared text of a draft that can be edited live. */
  opened?: Opened;
  form?: FormState;
};

const languageNames: Record<Language, Phrase> = { en: "language.en", fr: "language.fr" };

/** The form of a draft: with JavaScript an editor that saves by itself, without it Markdown in a text area. */
export function LetterForm({ values, document, markdown, draft, opened, form }: Props) {
  const { t } = useWords();
  const formElement = useRef<HTMLFormElement>(null);
  const [live, setLive] = useState<LiveDraft | null>(null);
  const standing = useStanding(live);
  const update = useRef<HTMLInputElement>(null);
  const revision = Number(form?.values.revision ?? draft?.revision);
  const fieldsRevision = Number(form?.values.fieldsRevision ?? draft?.fieldsRevision);
  const autosave = useAutosave(
    formElement,
    draft && { slug: draft.slug, revision: opened ? fieldsRevision : revision },
    live,
  );
  const { take } = autosave;
  const told = standing?.fields;
  useEffect(() => {
    if (!told) return;
    const { revision: newRevision, addressees, closesOn, ...rest } = told;
    take({ ...rest, addressees: addressees.join("\n"), closesOn: closesOn ?? "" }, newRevision);
  }, [told, take]);
  const shown = (name: string, value: string) => form?.values[name] ?? value;
  return (
    <form
      method="post"
      className="letter-form stack"
      ref={formElement}
      noValidate
      data-once
      // The text that is edited live has its own way to be saved; its frame holds no field to be typed in.
      onInput={({ target }) => {
        if (!live || (target as HTMLElement).getAttribute("name") !== null) autosave.changed();
      }}
      onSubmit={() => {
        if (update.current) update.current.value = live?.unsaved()?.update ?? "";
      }}
    >
      <ErrorSummary form={form} />
      {draft ? (
        <input type="hidden" name="revision" value={live ? revision : autosave.revision} readOnly />
      ) : null}
      {live ? <input type="hidden" name="fieldsRevision" value={autosave.revision} readOnly /> : null}
      {live ? <input type="hidden" name="update" ref={update} readOnly /> : null}
      <TextArea
        name="title"
        label="draft.title"
        form={form}
        defaultValue={values.title}
        rows={2}
        maxLength={letterLimits.title}
        className="title-input"
      />
      {!opened && form?.values.live ? (
        <KeptText values={form.values} language={values.language} />
      ) : (
        <DocumentField
          document={documentOf(form?.values.document) ?? document}
          markdown={form?.values.text ?? markdown}
          form={form}
          language={values.language}
          onChange={autosave.changed}
          restored={autosave.restored}
          opened={opened}
          onOpen={setLive}
        />
      )}
      <SaveState message={standing ? liveMessage(standing, autosave.message) : autosave.message} />
      <LetterSurroundings values={values} form={form} />
      <Field
        name="authorName"
        label="draft.authorName"
        hint="draft.authorName.hint"
        form={form}
        defaultValue={values.authorName}
        maxLength={letterLimits.authorName}
        required={false}
      />
      <Choices
        name="authorKind"
        label="draft.authorKind"
        form={form}
        defaultValue={values.authorKind}
        choices={[
          { value: "person", label: "draft.authorKind.person" },
          { value: "organisation", label: "draft.authorKind.organisation" },
        ]}
      />
      <Choices
        name="language"
        label="draft.language"
        form={form}
        defaultValue={values.language}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <Field
        name="closesOn"
        label="draft.closesOn"
        hint="draft.closesOn.hint"
        type="date"
        form={form}
        optional
        defaultValue={shown("closesOn", values.closesOn ?? "")}
      />
      <div className="actions">
        <button className="button button-quiet" name="intent" value="save">
          {t("draft.save")}
        </button>
        {draft ? (
          <button className="button" name="intent" value="preview">
            {t("draft.preview")}
          </button>
        ) : null}
      </div>
    </form>
  );
}
