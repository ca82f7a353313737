import type { ReactNode } from "react";
import { useReader, useWords } from "#app/ui/words.tsx";
import { PasskeySaid } from "./passkey-said.tsx";
import { relyingPartyOf } from "./relying-party.ts";

/**
 * A passkey in place of the password that is asked again: shown by a button of its own, before the form around it is
 * sent. Nothing more than the password where there are no passkeys.
 * @param props.reload whether the page is another one once a passkey was shown
 * @param props.children the field for the password; nothing where only a passkey does
 */
export function ProveByPasskey({ reload, children }: { reload?: boolean; children?: ReactNode }) {
  const { t } = useWords();
  const reader = useReader();
  if (!reader || !relyingPartyOf(reader.origin)) return <>{children}</>;
  return (
    <div className="stack" data-prove={reload ? "reload" : "here"}>
      {children}
      <p>
        <button type="button" className="button button-quiet" hidden data-needs-script>
          {t("passkeys.prove.button")}
        </button>
      </p>
      <PasskeySaid />
      <script type="module" src="/passkeys.js" />
    </div>
  );
}
