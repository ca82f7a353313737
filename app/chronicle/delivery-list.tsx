import { typeset } from "#app/languages/french-spacing.ts";
import type { Letter } from "#app/letters/letter.ts";
import { CalendarDay, Moment, useWords } from "#app/ui/words.tsx";
import type { Delivery } from "./record.ts";

type Shown = Omit<Delivery, "recordedAt"> & { recordedAt: Date | string };
type Told = Pick<Letter, "slug" | "language" | "authorName">;

/** To whom a letter was handed over, with what was counted then and the text by its hash. */
export function DeliveryList({ letter, deliveries }: { letter: Told; deliveries: Shown[] }) {
  const { t } = useWords();
  if (deliveries.length === 0) return <p>{t("delivery.none")}</p>;
  return (
    <ol className="deliveries" role="list">
      {deliveries.map((delivery) => (
        <li key={delivery.id} id={`delivery-${delivery.id}`}>
          <h2>
            <CalendarDay day={delivery.day} />
            <span lang={letter.language}>{typeset(delivery.addressee, letter.language)}</span>
          </h2>
          <Counted delivery={delivery} />
          <p className="quiet">
            {t("delivery.text")}{" "}
            <a href={`/letters/${letter.slug}/versions/${delivery.version}`}>
              {t("version.name", { number: delivery.version })}
            </a>
            <br />
            <span className="version-hash">SHA-256 {delivery.sha256}</span>
          </p>
          <p className="quiet">
            {t("delivery.counted", { author: letter.authorName })} <Moment at={delivery.recordedAt} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function Counted({ delivery }: { delivery: Shown }) {
  const { t, number } = useWords();
  const { signatures, onVersion, organisations, imported, version } = delivery;
  const told = (count: number) => ({ count, number: number(count) });
  return (
    <>
      <p className="count">
        <strong>{number(signatures)}</strong> {t("letter.signatures.word", { count: signatures })}
      </p>
      <ul className="counted">
        {organisations > 0 ? <li>{t("delivery.organisations", told(organisations))}</li> : null}
        {onVersion < signatures ? <li>{t("delivery.onVersion", { ...told(onVersion), version })}</li> : null}
        {imported > 0 ? <li>{t("delivery.imported", told(imported))}</li> : null}
      </ul>
    </>
  );
}
