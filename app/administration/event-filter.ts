import { pageKey } from "#app/requests/page-key.ts";
import { type Act, isAct } from "./act.ts";

/** Which events an address asks for: `act` and `by`; what cannot be read asks for all. */
export function eventFilter(search: URLSearchParams): { acts: Act[] | null; by: number | null } {
  const act = search.get("act");
  return { acts: isAct(act) ? [act] : null, by: pageKey(search.get("by")) };
}
