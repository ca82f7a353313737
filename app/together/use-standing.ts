import { useSyncExternalStore } from "react";
import type { LiveDraft, Standing } from "./live-draft.ts";

const never = () => () => undefined;
const none = () => null;

/** How a draft that is edited live stands, as it changes. */
export function useStanding(live: LiveDraft): Standing;
export function useStanding(live: LiveDraft | null): Standing | null;
export function useStanding(live: LiveDraft | null): Standing | null {
  return useSyncExternalStore(live?.subscribe ?? never, live?.standing ?? none, none);
}
