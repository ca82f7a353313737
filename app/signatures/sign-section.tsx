import { addressIn } from "#app/translations/address-in.ts";
import type { Reading } from "#app/translations/read-in-language.server.ts";
import { SigningClosed } from "#app/administration/signing-closed.tsx";
import { useReader, useWords } from "#app/ui/words.tsx";
import { SignForm } from "./sign-form.tsx";

type Props = { slug: string; version: number; reading: Reading; loggedIn: boolean };

/** The form to sign an open letter, below its text. */
export function SignSection({ slug, version, reading, loggedIn }: Props) {
  const { t } = useWords();
  const page = `/letters/${slug}/sign`;
  if (useReader()?.signingClosed) return <SigningClosed />;
  return (
    <section className="letter-sign" id="sign" aria-labelledby="sign-title">
      <h2 id="sign-title">{t("sign.title")}</h2>
      <p>
        {t("sign.lead", { version })}
        {reading.languages.length > 1 ? <> {t("translations.shared")}</> : null}
      </p>
      {loggedIn ? (
        <p>
          <a href={`${page}/organisation`}>{t("signFor.link")}</a>
        </p>
      ) : null}
      <SignForm action={addressIn(page, reading.original, reading.text.language)} version={version} />
    </section>
  );
}
