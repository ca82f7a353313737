import { typeset } from "#app/languages/french-spacing.ts";
import { formatMoment } from "#app/languages/translate.ts";
import type { FormState } from "#app/requests/form.ts";
import { signatureLimits } from "#app/signatures/signature.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Checkbox, Field, TextArea } from "#app/ui/field.tsx";
import { Moment, useWords } from "#app/ui/words.tsx";
import type { HeldSignature } from "./held-data.ts";

/** A signature with all that is held of it, and what its signatory may do with it. */
export function HeldSignatureView({
  signature,
  base,
  form,
}: {
  signature: HeldSignature;
  base: string;
  form?: FormState;
}) {
  const { t } = useWords();
  const { letter, state } = signature;
  const stands = state === "pending" || state === "confirmed";
  return (
    <>
      <p className="lead">
        <a href={`/letters/${letter.slug}`} lang={letter.language}>
          {typeset(letter.title, letter.language)}
        </a>
      </p>
      <SignatureFacts signature={signature} />
      <Consent consent={signature.consent} />
      {form && !stands ? <ErrorSummary form={form} /> : null}
      {stands && signature.kind === "person" ? <Correction signature={signature} form={form} /> : null}
      {stands ? (
        <form method="post" data-once className="stack">
          <h2>{t("signature.withdraw.button")}</h2>
          <p>{t("signature.withdraw.text")}</p>
          <button className="button button-quiet" name="intent" value="withdraw">
            {t("signature.withdraw.button")}
          </button>
        </form>
      ) : null}
      <p>
        <a href={`${base}/erase?signature=${signature.id}`}>{t("myData.erase.one.open")}</a>
      </p>
      <p>
        <a href={base}>{t("myData.back")}</a>
      </p>
    </>
  );
}

function SignatureFacts({ signature }: { signature: HeldSignature }) {
  const { t } = useWords();
  const { letter, version, state } = signature;
  return (
    <dl className="facts">
      <dt>{t("sign.name")}</dt>
      <dd>
        <bdi>{signature.name}</bdi>
        {signature.representedBy ? ` (${signature.representedBy})` : ""}
      </dd>
      <dt>{t("myData.signature.text")}</dt>
      <dd>
        <a href={`/letters/${letter.slug}/versions/${version}`}>{t("version.name", { number: version })}</a>,{" "}
        {t(`myData.state.${state}`)}, <Moment at={signature.signedAt} />
      </dd>
      {signature.network ? (
        <>
          <dt>{t("myData.signature.network")}</dt>
          <dd>{signature.network}</dd>
        </>
      ) : null}
    </dl>
  );
}

/** The text of consent as it was read. */
function Consent({ consent }: Pick<HeldSignature, "consent">) {
  const { t, language } = useWords();
  return (
    <section>
      <h2>{t("myData.consent")}</h2>
      {consent?.text ? (
        <>
          <p>{t("myData.consent.at", { moment: formatMoment(language, new Date(consent.at)) })}</p>
          <blockquote lang={consent.language}>{typeset(consent.text, consent.language)}</blockquote>
        </>
      ) : (
        <p>{t("myData.consent.none")}</p>
      )}
    </section>
  );
}

/** The form to correct a signature, filled with what stands. */
function Correction({ signature, form }: { signature: HeldSignature; form?: FormState }) {
  const { t, language } = useWords();
  const country = signature.country
    ? (new Intl.DisplayNames(language, { type: "region", fallback: "code" }).of(signature.country) ?? "")
    : "";
  const shown: FormState = form ?? {
    values: {
      name: signature.name,
      role: signature.role,
      organisation: signature.affiliation,
      country,
      statement: signature.statement,
      showName: signature.nameShown ? "on" : "",
      quotable: signature.quotableSince ? "on" : "",
      keepInformed: signature.keepInformed ? "on" : "",
    },
    errors: {},
  };
  return (
    <form method="post" data-once noValidate className="stack" aria-labelledby="correct">
      <h2 id="correct">{t("myData.correct.title")}</h2>
      <ErrorSummary form={form} />
      <p>{t("myData.correct.text")}</p>
      <Field
        name="name"
        label="sign.name"
        form={shown}
        autoComplete="name"
        maxLength={signatureLimits.name}
      />
      <Field name="role" label="sign.role" form={shown} optional maxLength={signatureLimits.role} />
      <Field
        name="organisation"
        label="sign.organisation"
        hint="sign.organisation.hint"
        form={shown}
        optional
        maxLength={signatureLimits.affiliation}
      />
      <Field
        name="country"
        label="myData.correct.country"
        form={shown}
        optional
        autoComplete="country-name"
      />
      <TextArea
        name="statement"
        label="sign.statement"
        hint="sign.statement.hint"
        form={shown}
        optional
        rows={4}
        maxLength={signatureLimits.statement}
      />
      <Checkbox name="showName" label="sign.showName" hint="sign.showName.hint" form={shown} />
      <Checkbox name="quotable" label="sign.quotable" hint="sign.quotable.hint" form={shown} />
      <Checkbox name="keepInformed" label="sign.keepInformed" form={shown} />
      <p>
        <button className="button" name="intent" value="correct">
          {t("myData.correct.button")}
        </button>
      </p>
    </form>
  );
}
