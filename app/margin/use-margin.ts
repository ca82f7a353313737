import { useCallback, useEffect, useState } from "react";
import { type FormState, refusedForm, typedValues } from "#app/requests/form.ts";
import type { MarginThread } from "./margin.ts";

/** What the address of the JSON answers, in the browser. */
type LiveMargin = { threads: MarginThread[]; canWrite: boolean; people: string[]; accountId: number };

/** What became of a form that was sent: the thread it was about, or the form with what is wrong. */
export type Sent = { ok: true; thread: number } | { ok: false; form: FormState };

/**
 * The threads of a draft in the live editor: read at the start, when the window comes to the front, and whenever `refresh` is
 * called because somebody else has written.
 * @param onSent is called after something was written, so that others can be told to read again
 */
export function useMargin(slug: string, onSent?: () => void) {
  const address = `/letters/${slug}/draft/comments.json`;
  const [margin, setMargin] = useState<LiveMargin | null>(null);
  const refresh = useCallback(async () => {
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      if (answer.ok) setMargin((await answer.json()) as LiveMargin);
      else if (answer.status === 401 || answer.status === 404) setMargin(null);
    } catch {
      // The network is away: what is shown stays, and the next return to the window asks again.
    }
  }, [address]);
  useEffect(() => {
    void refresh();
    const again = () => void refresh();
    window.addEventListener("focus", again);
    return () => window.removeEventListener("focus", again);
  }, [refresh]);
  const send = useCallback(
    async (fields: FormData): Promise<Sent> => {
      const values = typedValues(fields);
      try {
        const answer = await fetch(address, {
          method: "POST",
          body: new URLSearchParams(values),
          headers: { Accept: "application/json" },
        });
        const said = (await answer.json()) as { thread?: number; form?: FormState };
        if (!answer.ok) return { ok: false, form: said.form ?? refusedForm(values, {}, "margin.refused") };
        await refresh();
        onSent?.();
        return { ok: true, thread: said.thread ?? 0 };
      } catch {
        return { ok: false, form: refusedForm(values, {}, "margin.offline") };
      }
    },
    [address, refresh, onSent],
  );
  return { margin, refresh, send };
}
