import { Moment, useWords } from "#app/ui/words.tsx";

type Listed = {
  id: number;
  type: string;
  state: "waiting" | "delivered" | "failed";
  happenedAt: Date | string;
  triedAt: Date | string | null;
  dueAt: Date | string;
  status: number | null;
  duration: number | null;
  answer: string;
};

/** What was sent, the newest first, with the button that sends it again. */
export function DeliveryLog({ deliveries }: { deliveries: Listed[] }) {
  const { t, number } = useWords();
  if (deliveries.length === 0) return <p className="quiet">{t("webhooks.log.none")}</p>;
  return (
    <div className="table-scroll" role="region" aria-labelledby="log" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("webhooks.log.type")}</th>
            <th scope="col">{t("webhooks.log.when")}</th>
            <th scope="col">{t("webhooks.log.state")}</th>
            <th scope="col">{t("webhooks.log.answer")}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map(({ id, type, state, happenedAt, triedAt, dueAt, status, duration, answer }) => (
            <tr key={id}>
              <th scope="row">
                <code>{type}</code>
              </th>
              <td>
                <Moment at={happenedAt} />
              </td>
              <td>
                {state === "waiting" && triedAt ? (
                  <>
                    {t("webhooks.state.again")} <Moment at={dueAt} />
                  </>
                ) : (
                  t(`webhooks.state.${state}`)
                )}
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
              </td>
              <td>
                {status}
                {duration === null ? null : ` (${number(duration)} ms)`} <code>{answer}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
