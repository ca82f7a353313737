import { languages } from "#app/languages/language.ts";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { CalendarDay, Moment, useWords } from "#app/ui/words.tsx";

export type ImportFormState = FormState & {
  /** Where and why a reader gave up, in its own words. */
  unreadable?: { line: number | undefined; detail: string };
};

/** Chooses the file of an official text and says what it is. */
export function ImportForm({ form, slug }: { form?: ImportFormState; slug: string }) {
  const { t } = useWords();
  return (
    <form method="post" encType="multipart/form-data" className="stack" noValidate data-once>
      <ErrorSummary form={form} />
      {form?.unreadable ? (
        <p className="import-fault">
          {form.unreadable.line ? `${t("doctrineImport.line", { line: form.unreadable.line })} ` : null}
          <span lang="en">{form.unreadable.detail}</span>
        </p>
      ) : null}
      <Field
        name="file"
        label="doctrineImport.file"
        hint="doctrineImport.file.hint"
        type="file"
        form={form}
        accept=".md,.markdown,.txt,.yaml,.yml,.json,.html,.htm,.xhtml,.docx,.xml,.akn"
      />
      <Field
        name="slug"
        label="doctrineImport.slug"
        hint="doctrineImport.slug.hint"
        form={form}
        defaultValue={slug}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
      />
      <Field
        name="revision"
        label="doctrineImport.revision"
        hint="doctrineImport.revision.hint"
        form={form}
        type="date"
      />
      <Field
        name="title"
        label="doctrineImport.name"
        hint="doctrineImport.name.hint"
        optional
        form={form}
        maxLength={300}
      />
      <Select
        name="language"
        label="doctrineImport.language"
        optional
        form={form}
        defaultValue=""
        placeholder={t("doctrineImport.language.file")}
        choices={languages.map((value) => ({ value, label: t(`doctrineImport.language.${value}`) }))}
      />
      <Field
        name="source"
        label="doctrineImport.source"
        hint="doctrineImport.source.hint"
        optional
        form={form}
        inputMode="url"
        maxLength={2000}
      />
      <p>
        <button className="button">{t("doctrineImport.read")}</button>
      </p>
    </form>
  );
}

type Kept = { id: number; fileName: string; slug: string; dated: string; createdAt: Date | string };

/** What was read and waits to be imported. */
export function KeptImports({ kept }: { kept: Kept[] }) {
  const { t } = useWords();
  if (kept.length === 0) return null;
  return (
    <section aria-labelledby="kept" className="stack">
      <h2 id="kept">{t("doctrineImport.kept")}</h2>
      <ul className="rows">
        {kept.map(({ id, fileName, slug, dated, createdAt }) => (
          <li key={id}>
            <p>
              <a href={`/doctrine/import/${id}`}>{fileName}</a>
            </p>
            <p className="quiet">
              {slug} · <CalendarDay day={dated} /> · <Moment at={createdAt} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
