import { createHash } from "node:crypto";
import { z } from "zod";
import { windowRefusal } from "#app/consultations/window-words.ts";
import { CommentForm, stances } from "#app/discussion/comment.ts";
import { discussionPath, type Place } from "#app/discussion/place.ts";
import { postComment } from "#app/discussion/post-comment.server.ts";
import type { Phrase } from "#app/languages/translate.ts";
import type { Act } from "./api.server.ts";
import { refuseApi, refuseAsPages, saidFields } from "./api-error.ts";
import { apiFields } from "./api-fields.ts";
import { parseForm } from "./form.ts";
import { takeAttempt } from "./limit.server.ts";
import { refusedRestricted } from "./restricted.ts";

const Sent = z.strictObject({
  body: z.string(),
  stance: z.enum(stances).optional(),
  parent: z.int().positive().nullable().optional(),
});

/**
 * The submission key of a program's own key: told apart by account, so that nobody takes another one's, and by place,
 * so that a key that is used again elsewhere posts there.
 */
function keyOf(accountId: number, place: string, given: string): string {
  const hex = createHash("sha256").update(`${accountId}\n${place}\n${given}`).digest("hex");
  // A UUID of version 8 (RFC 9562, section 5.8): what is in it is ours to say.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const refusals: Record<string, { status: number; phrase: Phrase }> = {
  "parent-gone": { status: 409, phrase: "comment.parentGone" },
  "letter-archived": { status: 409, phrase: "discussion.archived" },
  "thread-locked": { status: 409, phrase: "comment.locked" },
};

/** Posts a comment to a place's discussion, by what the page's form is posted by. */
export const postFromProgram = (placeOf: (params: Record<string, string | undefined>) => Place): Act => ({
  scope: "comments:write",
  async act({ args, holder, t, json }) {
    const { account } = holder;
    const place = placeOf(args.params);
    const given = args.request.headers.get("idempotency-key");
    if (given !== null && !/^[\x20-\x7e]{1,255}$/.test(given)) return refuseApi(t, "wrong-key");
    const sent = apiFields(t, Sent, json);
    if (!sent.ok) return refuseApi(t, "wrong-fields", { fields: sent.fields });
    const { body, stance = "neutral", parent = null } = sent.value;
    const parsed = parseForm(CommentForm, { body, stance });
    if (!parsed.ok)
      return refuseApi(t, "wrong-fields", { fields: saidFields(t, parsed.state.errors, parsed.state.told) });
    const wait = await takeAttempt({ "comment by account": account.id });
    if (wait !== null) return refuseApi(t, "too-often", { headers: { "Retry-After": String(wait) } });
    const path = discussionPath(place);
    const key = given === null ? undefined : keyOf(account.id, path, given);
    const result = await postComment(place, account.id, { ...parsed.value, parent, key });
    switch (result.outcome) {
      case "posted": {
        const url = `${args.context.origin}${path}/${result.id}`;
        const said = { id: result.id, state: "posted", url };
        return Response.json(said, { status: 201, headers: { Location: url } });
      }
      case "held":
        return Response.json({ id: result.id, state: "held" }, { status: 202 });
      case "restricted": {
        const { formError = "moderation.barred", told } = refusedRestricted(
          {},
          account.language,
          result.until,
        );
        return refuseAsPages(t, 403, "restricted", { phrase: formError, told });
      }
      case "window-closed":
        return refuseAsPages(t, 409, "window-closed", windowRefusal(account.language, result.window));
      default: {
        const refusal = refusals[result.outcome];
        return refusal
          ? refuseAsPages(t, refusal.status, result.outcome, refusal)
          : refuseApi(t, "not-found");
      }
    }
  },
});
