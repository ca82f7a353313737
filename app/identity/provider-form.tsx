import type { FormState } from "#app/requests/form.ts";
import { Field } from "#app/ui/field.tsx";
import { Moment, useWords } from "#app/ui/words.tsx";
import { providerLimits } from "./identity.ts";

type Provider = { issuer: string; clientId: string; triedAt: Date | string | null; readable: boolean };

/** Whether a provider works, and the button that tries it. */
export function ProviderState({ slug, provider }: { slug: string; provider: Provider }) {
  const { t } = useWords();
  if (!provider.readable) return <p className="notice">{t("provider.unreadable")}</p>;
  return (
    <>
      <p>
        {provider.triedAt ? (
          <>
            {t("provider.tried")} <Moment at={provider.triedAt} />
          </>
        ) : (
          t("provider.untried")
        )}
      </p>
      <form method="post" action={`/organisations/${slug}/login`} data-once>
        <input type="hidden" name="next" value={`/organisations/${slug}/provider`} />
        <button className="button">{t("provider.try")}</button>
      </form>
    </>
  );
}

/** Issuer, client id and secret; the secret is written only, never shown. */
export function ProviderFields({
  form,
  provider,
}: {
  form: FormState | undefined;
  provider: Provider | null;
}) {
  const { t } = useWords();
  const kept = provider?.readable === true;
  return (
    <form method="post" className="stack" noValidate data-once>
      <Field
        name="issuer"
        label="provider.issuer"
        hint="provider.issuer.hint"
        form={form}
        defaultValue={provider?.issuer}
        inputMode="url"
        autoComplete="off"
        maxLength={providerLimits.issuer}
      />
      <Field
        name="clientId"
        label="provider.clientId"
        form={form}
        defaultValue={provider?.clientId}
        autoComplete="off"
        maxLength={providerLimits.clientId}
      />
      <Field
        name="clientPassword"
        label="provider.secret"
        hint={kept ? "provider.secret.kept" : "provider.secret.hint"}
        type="password"
        form={form}
        optional={kept}
        autoComplete="off"
        maxLength={providerLimits.secret}
      />
      <p>
        <button className="button" name="intent" value="set">
          {t("provider.save")}
        </button>
      </p>
    </form>
  );
}
