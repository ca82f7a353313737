import type { SpokenFor } from "#app/organisations/read-mandate.server.ts";
import { LevelLine } from "#app/organisations/level-line.tsx";
import { binds, type Level } from "#app/organisations/mandate.ts";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Checkbox, Field, TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import { type ListedSignature, Signatory } from "./signatory-list.tsx";
import { ConsentLine } from "./consent-line.tsx";
import { signatureLimits } from "./signature.ts";

type Mandate = { level: Level; evidence: string; provedAt: Date | string | null };
type Choice = Omit<SpokenFor, "id" | "mandate"> & { mandate: Mandate };

/** The form to sign for an organisation; its button shows what would be published. */
export function SignForForm({
  version,
  organisations,
  officers,
  form,
}: {
  version: number;
  organisations: Choice[];
  /** Second officers who can countersign, of any of the organisations. */
  officers: { accountId: number; name: string; organisation: string }[];
  form?: FormState;
}) {
  const { t } = useWords();
  const chosen =
    form?.values.organisation ?? (organisations.length === 1 ? organisations[0]?.slug : undefined);
  const wrong = form?.errors.organisation;
  return (
    <form method="post" className="stack" data-once noValidate>
      <ErrorSummary form={form} />
      <input type="hidden" name="version" value={version} />
      <fieldset className={wrong ? "field field-wrong" : "field"} id="organisation">
        <legend>{t("signFor.organisation")}</legend>
        {wrong ? <p className="field-error">{t(wrong)}</p> : null}
        {organisations.map(({ slug, name, mandate }) => (
          <div className="field-check" key={slug}>
            <input
              type="radio"
              id={`organisation-${slug}`}
              name="organisation"
              value={slug}
              defaultChecked={slug === chosen}
            />
            <div>
              <label htmlFor={`organisation-${slug}`}>{name}</label>
              <p className="field-hint">
                <LevelLine {...mandate} />
              </p>
            </div>
          </div>
        ))}
      </fieldset>
      <Field name="role" label="signFor.role" form={form} optional maxLength={signatureLimits.role} />
      <Checkbox name="showMe" label="signFor.showMe" hint="signFor.showMe.hint" form={form} />
      <TextArea
        name="statement"
        label="signFor.statement"
        hint="signFor.statement.hint"
        form={form}
        optional
        rows={4}
        maxLength={signatureLimits.statement}
        data-count
      />
      <Checkbox name="quotable" label="signFor.quotable" hint="signFor.quotable.hint" form={form} />
      {officers.length > 0 ? (
        <div className="field">
          <label htmlFor="countersigner">{t("signFor.countersigner")}</label>
          <p className="field-hint" id="countersigner-hint">
            {t("signFor.countersigner.hint")}
          </p>
          {form?.errors.countersigner ? <p className="field-error">{t(form.errors.countersigner)}</p> : null}
          <select
            id="countersigner"
            name="countersigner"
            aria-describedby="countersigner-hint"
            defaultValue={form?.values.countersigner ?? ""}
          >
            <option value="">{t("signFor.countersigner.nobody")}</option>
            {officers.map(({ accountId, name, organisation }) => (
              <option key={`${accountId}-${organisation}`} value={accountId}>
                {organisations.length > 1 ? `${name} (${organisation})` : name}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <p>
        <button className="button" name="intent" value="preview">
          {t("signFor.preview")}
        </button>
      </p>
    </form>
  );
}

/** Exactly what would be published, with the button that does it and the way back to what was typed. */
export function SignForPreview({
  organisation,
  signature,
  values,
}: {
  organisation: Choice;
  signature: ListedSignature;
  values: Record<string, string>;
}) {
  const { t } = useWords();
  const bound = binds(organisation.mandate.level);
  const said = { organisation: organisation.name };
  return (
    <form method="post" className="stack" data-once>
      {Object.entries(values)
        .filter(([name]) => name !== "intent")
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <h2>{t("signFor.preview.title")}</h2>
      <div className="sign-for-preview">
        <Signatory signature={signature} />
      </div>
      {values.quotable === "on" && signature.statement ? <p>{t("signFor.preview.quotable")}</p> : null}
      <p>{t(bound ? "signFor.preview.binds" : "signFor.preview.declared", said)}</p>
      <p className="quiet">
        {bound ? (
          t("signFor.preview.told")
        ) : (
          <a href={`/organisations/${organisation.slug}/domains`}>{t("signFor.preview.prove")}</a>
        )}
      </p>
      <ConsentLine />
      <div className="actions">
        <button className="button button-seal" name="intent" value="sign">
          {bound ? t("signFor.button", said) : t("signFor.button.declared")}
        </button>
        <button className="button button-quiet" name="intent" value="change">
          {t("signFor.change")}
        </button>
      </div>
    </form>
  );
}
