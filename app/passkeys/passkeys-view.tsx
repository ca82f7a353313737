import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";
import { passkeyLimits } from "./passkey.ts";
import { PasskeyForm } from "./passkey-form.tsx";
import { type ListedPasskey, PasskeyList } from "./passkey-list.tsx";
import { ProveByPasskey } from "./prove-by-passkey.tsx";
import { NewRecoveryCodes, RecoveryCodes } from "./recovery-codes-view.tsx";

type May = "yes" | "prove" | "show-passkey";
type Props = {
  passkeys: ListedPasskey[];
  asked: boolean;
  /** Recovery codes that were not used yet. */
  codes: number;
  mayAdd: May;
  mayChange: May;
  awaited: boolean;
  possible: boolean;
  after: "added" | "renamed" | "removed" | "asked" | "free" | null;
  next: string | null;
  form?: FormState;
  newCodes: string[] | null;
};

/** The passkeys of an account and what they are for. What may not be done yet stands behind one place to prove it is you. */
export function PasskeysView(props: Props) {
  const { passkeys, asked, codes, mayAdd, mayChange, awaited, possible, after, next, form, newCodes } = props;
  const { t } = useWords();
  const action = `/settings/passkeys${next === null ? "" : `?next=${encodeURIComponent(next)}`}`;
  const sent = (intent: string) => (form?.values.intent === intent ? form : undefined);
  const elsewhere = form && !["add", "prove", "rename"].includes(form.values.intent ?? "") ? form : undefined;
  const some = passkeys.length > 0;
  return (
    <>
      {after && !form && !newCodes ? <Notice>{t(`passkeys.after.${after}`)}</Notice> : null}
      {awaited ? (
        <p className="notice">{t(some ? "passkeys.awaited.show" : "passkeys.awaited.add")}</p>
      ) : next === null ? null : (
        <p>
          <a href={next}>{t("passkeys.next")}</a>
        </p>
      )}
      <ErrorSummary form={elsewhere} />
      {newCodes ? <NewRecoveryCodes codes={newCodes} /> : null}
      {mayChange !== "yes" && (some || mayAdd !== "yes") ? (
        <Prove may={mayChange} action={action} form={sent("prove")} />
      ) : null}
      <section className="stack" aria-labelledby="own">
        <h2 id="own">{t("passkeys.own")}</h2>
        <PasskeyList
          passkeys={passkeys}
          mayRemove={mayChange === "yes"}
          action={action}
          form={sent("rename")}
        />
      </section>
      {possible && mayAdd === "yes" ? (
        <section className="stack" aria-labelledby="add">
          <h2 id="add">{t("passkeys.add.title")}</h2>
          <ErrorSummary form={sent("add")} idPrefix="add-" />
          <PasskeyForm purpose="add" action={action} intent="add" button="passkeys.add.button">
            <Field
              idPrefix="add-"
              name="name"
              label="passkeys.name"
              hint="passkeys.name.hint"
              form={sent("add")}
              autoComplete="off"
              maxLength={passkeyLimits.name}
            />
          </PasskeyForm>
        </section>
      ) : null}
      {some ? (
        <>
          <section className="stack" aria-labelledby="second">
            <h2 id="second">{t("passkeys.ask.title")}</h2>
            <p>
              <strong>{t(asked ? "passkeys.ask.on" : "passkeys.ask.off")}</strong>
            </p>
            <p>{t("passkeys.ask.text")}</p>
            {mayChange === "yes" ? (
              <form method="post" action={action} data-once>
                <button className="button" name="intent" value={asked ? "free" : "ask"}>
                  {t(asked ? "passkeys.ask.free" : "passkeys.ask.button")}
                </button>
              </form>
            ) : null}
          </section>
          <RecoveryCodes count={codes} mayMake={mayChange === "yes"} action={action} />
        </>
      ) : null}
      <p>
        <a href="/settings/sign-ins">{t("signIns.open")}</a> · <a href="/settings">{t("settings.title")}</a>
      </p>
    </>
  );
}

/** "It is you?": by the password or a passkey; by a passkey alone where the password alone would undo what protects. */
function Prove({ may, action, form }: { may: May; action: string; form?: FormState }) {
  const { t } = useWords();
  const byPassword = may === "prove";
  return (
    <section className="passkey-prove stack" aria-labelledby="prove">
      <h2 id="prove">{t("passkeys.prove.title")}</h2>
      <p>{t(byPassword ? "passkeys.prove.text" : "passkeys.prove.passkey")}</p>
      <form method="post" action={action} className="stack" noValidate data-once>
        <ErrorSummary form={form} idPrefix="prove-" />
        <input type="hidden" name="intent" value="prove" />
        {byPassword ? (
          <>
            <Field
              idPrefix="prove-"
              name="currentPassword"
              label="settings.password.current"
              type="password"
              autoComplete="current-password"
              form={form}
            />
            <p>
              <button className="button">{t("passkeys.prove.password")}</button>
            </p>
          </>
        ) : null}
        <ProveByPasskey reload />
      </form>
    </section>
  );
}
