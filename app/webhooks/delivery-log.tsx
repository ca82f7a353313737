import { Moment, useWords } from "#app/ui/words.tsx";

type Listed = {
  id: number;
  webhookId: number;
  type: string;
  state: "waiting" | "delivered" | "failed";
  happenedAt: Date | string;
  triedAt: Date | string | null;
  dueAt: Date | string;
  status: number | null;
  duration: number | null;
  answer: string;
};

/**
 * What was sent, the newest first, with the button that sends it again.
 * @param webhooks those of the letter: where there are several, each line says whose it is
 */
export function DeliveryLog({
  deliveries,
  webhooks,
}: {
  deliveries: Listed[];
  webhooks: { id: number; url: string }[];
}) {
  const { t } = useWords();
  if (deliveries.length === 0) return <p className="quiet">{t("webhooks.log.none")}</p>;
  const urls = new Map(webhooks.length > 1 ? webhooks.map(({ id, url }) => [id, url]) : []);
  return (
    <ul className="rows">
      {deliveries.map((delivery) => (
        <Line key={delivery.id} delivery={delivery} url={urls.get(delivery.webhookId)} />
      ))}
    </ul>
  );
}

function Line({ delivery, url }: { delivery: Listed; url?: string }) {
  const { t, number } = useWords();
  const { id, type, state, happenedAt, triedAt, dueAt, status, duration, answer } = delivery;
  const waits = state === "waiting" && triedAt && (status === null || status >= 300);
  const told = [status === null ? "" : `HTTP ${status}`, duration === null ? "" : `${number(duration)} ms`];
  return (
    <li className="delivery" data-delivery={id} data-state={state}>
      <p className="delivery-head">
        <strong>
          <code>{type}</code>
        </strong>
        <span className="quiet">
          <Moment at={happenedAt} />
        </span>
      </p>
      {url ? (
        <p className="quiet">
          <bdi>{url}</bdi>
        </p>
      ) : null}
      <p>
        <span className="delivery-state">
          {t(waits ? "webhooks.state.again" : `webhooks.state.${state}`)}
        </span>
        {waits ? (
          <>
            {" "}
            <Moment at={dueAt} />
          </>
        ) : null}
      </p>
      {triedAt ? (
        <p className="quiet">
          {told.filter(Boolean).join(" · ")} <code>{answer}</code>
        </p>
      ) : null}
      {triedAt ? (
        <form method="post" data-once>
          <input type="hidden" name="delivery" value={id} />
          <button
            className="button button-quiet"
            name="intent"
            value="replay"
            aria-label={`${t("webhooks.replay")} – ${type} ${id}`}
          >
            {t("webhooks.replay")}
          </button>
        </form>
      ) : null}
    </li>
  );
}
