import type { ReactNode } from "react";
import type { Phrase } from "#app/languages/translate.ts";
import { useWords } from "#app/ui/words.tsx";
import type { Purpose } from "./passkey.ts";
import { PasskeySaid } from "./passkey-said.tsx";

type Props = {
  purpose: Purpose;
  action: string;
  intent?: string;
  button: Phrase;
  quiet?: boolean;
  children?: ReactNode;
};

/**
 * A form that goes along with a passkey: a script asks the browser for it (public/passkeys.js) and sends the form. Without
 * JavaScript there are no passkeys, and the form says so.
 */
export function PasskeyForm({ purpose, action, intent, button, quiet, children }: Props) {
  const { t } = useWords();
  return (
    <form method="post" action={action} className="stack" data-passkey={purpose}>
      <input type="hidden" name="credential" />
      {intent ? <input type="hidden" name="intent" value={intent} /> : null}
      <p className="quiet" data-plain>
        {t("passkeys.plain")}
      </p>
      <div className="stack" hidden data-needs-script>
        {children}
        <p>
          <button className={quiet ? "button button-quiet" : "button"}>{t(button)}</button>
        </p>
      </div>
      <PasskeySaid />
      <script type="module" src="/passkeys.js" />
    </form>
  );
}
