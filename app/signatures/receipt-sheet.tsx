import { typeset } from "#app/languages/french-spacing.ts";
import { formatMoment } from "#app/languages/translate.ts";
import { useReader, useWords } from "#app/ui/words.tsx";
import type { Receipt } from "./receipt.server.ts";

type Shown = Omit<Receipt, "signedAt" | "confirmedAt"> & {
  signedAt: Date | string;
  confirmedAt: Date | string | null;
};

/** What was signed, by whom and when, for paper: with all that is needed to verify it without us. */
export function ReceiptSheet({ receipt }: { receipt: Shown }) {
  const { t } = useWords();
  const origin = useReader()?.origin ?? "";
  const version = `${origin}/letters/${receipt.slug}/versions/${receipt.version}`;
  return (
    <section className="receipt stack">
      <dl className="facts">
        <dt>{t("receipt.letter")}</dt>
        <dd lang={receipt.language}>{typeset(receipt.title, receipt.language)}</dd>
        <dt>{t("receipt.author")}</dt>
        <dd>
          <bdi>{receipt.authorName}</bdi>
        </dd>
        <dt>{t("receipt.version")}</dt>
        <dd>
          {t("version.name", { number: receipt.version })}
          <br />
          <a href={version}>{version}</a>
        </dd>
        <dt>{t("receipt.hash")}</dt>
        <dd className="version-hash">{receipt.sha256}</dd>
        <dt>{t("sign.name")}</dt>
        <dd>
          <bdi>{receipt.name}</bdi>
        </dd>
        <dt>{t("receipt.state")}</dt>
        <dd>{t(`receipt.state.${receipt.state}`)}</dd>
        <dt>{t("receipt.signedAt")}</dt>
        <dd>
          <Moments at={receipt.signedAt} />
        </dd>
        {receipt.confirmedAt === null ? null : (
          <>
            <dt>{t("receipt.confirmedAt")}</dt>
            <dd>
              <Moments at={receipt.confirmedAt} />
            </dd>
          </>
        )}
      </dl>
      <h2>{t("receipt.verify")}</h2>
      <p>{t("receipt.verify.text")}</p>
      <p className="version-hash">{version}.json</p>
      <p className="quiet">{t("receipt.verify.limits")}</p>
    </section>
  );
}

/** A moment in UTC, to the second, and in Paris. */
function Moments({ at }: { at: Date | string }) {
  const { t, language } = useWords();
  const moment = new Date(at);
  const utc = moment.toISOString();
  return (
    <>
      <time dateTime={utc}>{utc.slice(0, 19).replace("T", " ")} UTC</time>
      <br />
      {formatMoment(language, moment)} ({t("receipt.paris")})
    </>
  );
}
