import { useReader, useWords } from "#app/ui/words.tsx";

/** What stands where one would sign while signing is closed for every letter; `id` is where links to the form lead. */
export function SigningClosed() {
  const { t } = useWords();
  return (
    <section className="letter-sign" id="sign" aria-labelledby="sign-title">
      <h2 id="sign-title">{t("sign.closedEverywhere.title")}</h2>
      <p>{useReader()?.signingClosed}</p>
    </section>
  );
}
