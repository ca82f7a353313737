import type { MetaFunction } from "@remix-run/node";
import { privacyParts } from "#app/personal-data/privacy-part.ts";
import { RetentionList } from "#app/personal-data/retention-list.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { useWords } from "#app/ui/words.tsx";

export const meta: MetaFunction = phraseTitle("page.privacy", { indexed: true });

export default function Privacy() {
  const { t } = useWords();
  return (
    <main id="main" className="page narrow stack prose">
      <h1>{t("page.privacy")}</h1>
      <p className="lead">{t("privacy.lead")}</p>
      {privacyParts.map((part) => (
        <section key={part}>
          <h2>{t(`privacy.${part}.title`)}</h2>
          <p>{t(`privacy.${part}.text`)}</p>
          {part === "sign" ? <p>{t("privacy.fraud")}</p> : null}
          {part === "rights" ? (
            <p>
              <a href="/my-data">{t("myData.title")}</a>
            </p>
          ) : null}
        </section>
      ))}
      <section>
        <h2>{t("retention.title")}</h2>
        <p>{t("retention.text")}</p>
        <RetentionList />
      </section>
    </main>
  );
}
