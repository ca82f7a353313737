import type { Phrase } from "#app/languages/translate.ts";
import type { Ending } from "./message.ts";
import type { Standing } from "./live-draft.ts";

const ended: Record<Ending, Phrase> = {
  "logged-out": "draft.state.loggedOut",
  "role-changed": "together.state.again",
  "not-allowed": "together.state.notAllowed",
  "no-draft": "together.state.noDraft",
  refused: "together.state.refused",
  "too-large": "draft.state.tooLarge",
  "read-only": "together.state.readOnly",
};
/** What is told of the fields goes without saying while the text is being saved. */
const passing: (Phrase | undefined)[] = [undefined, "draft.state.saved"];

/**
 * How a draft that is edited live stands, in one phrase.
 * @param fields what is told of the saving of its fields
 */
export function liveMessage(standing: Standing, fields: Phrase | undefined): Phrase | undefined {
  const { connection, unsaved, late, ending, fault } = standing;
  if (ending) return ended[ending];
  if (connection === "offline" && (unsaved || fields === "draft.state.unreachable"))
    return fields === "draft.state.loggedOut" ? fields : "together.state.offline";
  if (!passing.includes(fields)) return fields === "draft.state.stale" ? "together.fields.stale" : fields;
  if (late) return connection === "live" ? "draft.state.unreachable" : "together.state.offline";
  if (unsaved) return "draft.state.saving";
  if (fault !== null) return "together.state.fault";
  if (connection === "offline") return "together.state.offline";
  return connection === "connecting" ? undefined : "draft.state.saved";
}
