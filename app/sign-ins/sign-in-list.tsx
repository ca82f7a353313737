import type { Phrase } from "#app/languages/translate.ts";
import { Moment, useWords } from "#app/ui/words.tsx";
import type { SignIn, Way } from "./sign-in.ts";

type Listed = Omit<SignIn, "at"> & { at: Date | string };

const inWords: Record<Way, Phrase> = {
  password: "signIns.way.password",
  passkey: "signIns.way.passkey",
  provider: "signIns.way.provider",
  "recovery-code": "signIns.way.recoveryCode",
  mail: "signIns.way.mail",
};

/** Each time somebody logged in: when, how, by which browser, from which network. */
export function SignInList({ signIns }: { signIns: Listed[] }) {
  const { t } = useWords();
  if (signIns.length === 0) return <p className="quiet">{t("signIns.none")}</p>;
  return (
    <ul className="rows">
      {signIns.map(({ id, at, way, browser, system, network }) => (
        <li key={id} className="sign-in">
          <span>
            <Moment at={at} />
          </span>
          <span>
            {t(inWords[way])},{" "}
            {[browser, system].filter(Boolean).join(" · ") || t("settings.session.unknown")}
          </span>
          {network ? (
            <span className="quiet">
              {t("signIns.network")} <span className="sign-in-network">{network}</span>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
