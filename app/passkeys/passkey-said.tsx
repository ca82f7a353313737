import { useWords } from "#app/ui/words.tsx";

/** Where the script says what became of asking for a passkey (public/passkeys.js), with all that it may have to say. */
export function PasskeySaid() {
  const { t } = useWords();
  const words = {
    cancelled: t("passkeys.said.cancelled"),
    known: t("passkeys.said.known"),
    "no-passkey": t("passkeys.said.none"),
    "too-often": t("form.tooOften"),
    "logged-out": t("passkeys.said.loggedOut"),
    prove: t("passkeys.said.prove"),
    unsupported: t("passkeys.said.unsupported"),
    refused: t("passkeys.refused"),
    failed: t("passkeys.said.failed"),
    shown: t("passkeys.said.shown"),
  };
  return <p className="passkey-said" role="status" hidden data-said data-words={JSON.stringify(words)} />;
}
