import { useWords } from "#app/ui/words.tsx";
import type { WebhookEvent } from "./webhook.ts";

type Listed = {
  id: number;
  url: string;
  events: WebhookEvent[];
  failingSince: Date | string | null;
  disabledAt: Date | string | null;
  disabledFor: "unanswered" | "gone" | null;
};

/** The webhooks of a letter, each with what it is told of and what can be done with it. */
export function WebhookList({ webhooks }: { webhooks: Listed[] }) {
  const { t } = useWords();
  if (webhooks.length === 0) return <p className="quiet">{t("webhooks.none")}</p>;
  return (
    <ul className="rows">
      {webhooks.map(({ id, url, events, failingSince, disabledAt, disabledFor }) => (
        <li key={id} className="webhook" data-webhook={id}>
          <p>
            <strong>
              <bdi>{url}</bdi>
            </strong>
          </p>
          <p className="quiet">{events.map((event) => t(`webhooks.event.${event}`)).join(" · ")}</p>
          {disabledAt ? (
            <p>{t(disabledFor === "gone" ? "webhooks.gone" : "webhooks.disabled")}</p>
          ) : failingSince ? (
            <p>{t("webhooks.failing")}</p>
          ) : null}
          <form method="post" className="actions" data-once>
            <input type="hidden" name="webhook" value={id} />
            {(["test", ...(disabledAt ? (["enable"] as const) : []), "remove"] as const).map((intent) => (
              <button
                key={intent}
                className="button button-quiet"
                name="intent"
                value={intent}
                aria-label={`${t(`webhooks.${intent}`)} – ${url}`}
              >
                {t(`webhooks.${intent}`)}
              </button>
            ))}
          </form>
        </li>
      ))}
    </ul>
  );
}
