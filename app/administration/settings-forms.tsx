import type { ReactNode } from "react";
import type { Phrase } from "#app/languages/translate.ts";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field, TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import { PasswordAgain } from "./password-again.tsx";
import { type RunningSettings, settingLimits } from "./running-settings.ts";

type Props = { settings: RunningSettings; proved: boolean; form?: FormState };

/** One form of the settings; what was refused is shown at the form that was sent. */
function SettingForm({
  intent,
  button,
  form,
  children,
}: {
  intent: string;
  button: Phrase;
  form?: FormState;
  children?: ReactNode;
}) {
  const { t } = useWords();
  return (
    <form method="post" action="/administration/settings" className="stack" noValidate data-once>
      <ErrorSummary form={form} idPrefix={`${intent}-`} />
      <input type="hidden" name="intent" value={intent} />
      {children}
      <p>
        <button className="button">{t(button)}</button>
      </p>
    </form>
  );
}

function Setting({ title, state, children }: { title: Phrase; state: Phrase; children: ReactNode }) {
  const { t } = useWords();
  return (
    <section className="console-setting stack">
      <h2>{t(title)}</h2>
      <p>
        <strong>{t(state)}</strong>
      </p>
      {children}
    </section>
  );
}

/** Every setting that changes while Tribune runs, each with a form of its own. */
export function SettingsForms(props: Props) {
  return (
    <>
      <Signing {...props} />
      <ReadOnly {...props} />
      <Joining {...props} />
      <Passkeys {...props} />
      <BannerSetting {...props} />
    </>
  );
}

const sent = (intent: string, form?: FormState) => (form?.values.intent === intent ? form : undefined);

function Signing({ settings, proved, form }: Props) {
  const { signingOpen, signingTextEn, signingTextFr } = settings;
  const refused = sent("close-signing", form);
  const idPrefix = "close-signing-";
  const field = { form: refused, idPrefix, maxLength: settingLimits.signingText, rows: 3 };
  return (
    <Setting
      title="administration.signing"
      state={signingOpen ? "administration.signing.open" : "administration.signing.closed"}
    >
      {signingOpen ? null : <SettingForm intent="open-signing" button="administration.signing.doOpen" />}
      <SettingForm
        intent="close-signing"
        button={signingOpen ? "administration.signing.doClose" : "administration.signing.reword"}
        form={refused}
      >
        <TextArea
          name="signingTextFr"
          label="administration.signing.fr"
          hint="administration.signing.hint"
          defaultValue={signingTextFr}
          {...field}
        />
        <TextArea
          name="signingTextEn"
          label="administration.signing.en"
          defaultValue={signingTextEn}
          {...field}
        />
        <PasswordAgain proved={proved || !signingOpen} form={refused} idPrefix={idPrefix} />
      </SettingForm>
    </Setting>
  );
}

function ReadOnly({ settings: { readOnly }, proved, form }: Props) {
  const { t } = useWords();
  const refused = sent("begin-read-only", form);
  return (
    <Setting
      title="administration.readOnly"
      state={readOnly ? "administration.readOnly.on" : "administration.readOnly.off"}
    >
      <p>{t("administration.readOnly.text")}</p>
      {readOnly ? (
        <SettingForm intent="end-read-only" button="administration.readOnly.end" />
      ) : (
        <SettingForm intent="begin-read-only" button="administration.readOnly.begin" form={refused}>
          <PasswordAgain proved={proved} form={refused} idPrefix="begin-read-only-" />
        </SettingForm>
      )}
    </Setting>
  );
}

function Joining({ settings: { joiningOpen } }: Props) {
  return (
    <Setting
      title="administration.joining"
      state={joiningOpen ? "administration.joining.open" : "administration.joining.closed"}
    >
      {joiningOpen ? (
        <SettingForm intent="close-joining" button="administration.joining.doClose" />
      ) : (
        <SettingForm intent="open-joining" button="administration.joining.doOpen" />
      )}
    </Setting>
  );
}

function Passkeys({ settings: { passkeysRequired }, proved, form }: Props) {
  const { t } = useWords();
  const intent = passkeysRequired ? "free-passkeys" : "require-passkeys";
  const refused = sent(intent, form);
  return (
    <Setting
      title="administration.passkeys"
      state={passkeysRequired ? "administration.passkeys.on" : "administration.passkeys.off"}
    >
      <p>{t("administration.passkeys.text")}</p>
      <SettingForm
        intent={intent}
        button={passkeysRequired ? "administration.passkeys.free" : "administration.passkeys.require"}
        form={refused}
      >
        <PasswordAgain proved={proved} form={refused} idPrefix={`${intent}-`} />
      </SettingForm>
    </Setting>
  );
}

function BannerSetting({ settings, form }: Props) {
  const refused = sent("set-banner", form);
  const idPrefix = "set-banner-";
  const text = { form: refused, idPrefix, maxLength: settingLimits.banner, rows: 2 };
  const minute = { form: refused, idPrefix, optional: true, type: "datetime-local" };
  return (
    <Setting
      title="administration.banner"
      state={settings.bannerFr ? "administration.banner.set" : "administration.banner.none"}
    >
      <SettingForm intent="set-banner" button="administration.banner.save" form={refused}>
        <TextArea
          name="bannerFr"
          label="administration.banner.fr"
          defaultValue={settings.bannerFr}
          {...text}
        />
        <TextArea
          name="bannerEn"
          label="administration.banner.en"
          defaultValue={settings.bannerEn}
          {...text}
        />
        <Field
          name="bannerFrom"
          label="administration.banner.from"
          hint="administration.banner.zone"
          defaultValue={settings.bannerFrom}
          {...minute}
        />
        <Field
          name="bannerUntil"
          label="administration.banner.until"
          hint="administration.banner.zone"
          defaultValue={settings.bannerUntil}
          {...minute}
        />
      </SettingForm>
      {settings.bannerFr ? (
        <SettingForm intent="remove-banner" button="administration.banner.remove" />
      ) : null}
    </Setting>
  );
}
