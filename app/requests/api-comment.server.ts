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
import { submissionKey } from "./idempotency-key.server.ts";
import { takeAttempt } from "./limit.server.ts";
import { refusedRestricted } from "./restricted.ts";

const Sent = z.strictObject({
  body: z.string(),
  stance: z.enum(stances).optional(),
  parent: z.int().positive().nullable().optional(),
});

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
    const path = discussionPath(place);
    const key = submissionKey(args.request.headers, account.id, path);
    if (key === null) return refuseApi(t, "wrong-key");
    const sent = apiFields(t, Sent, json);
    if (!sent.ok) return refuseApi(t, "wrong-fields", { fields: sent.fields });
    const { body, stance = "neutral", parent = null } = sent.value;
    const parsed = parseForm(CommentForm, { body, stance });
    if (!parsed.ok)
      return refuseApi(t, "wrong-fields", { fields: saidFields(t, parsed.state.errors, parsed.state.told) });
    const wait = await takeAttempt({ "comment by account": account.id });
    if (wait !== null) return refuseApi(t, "too-often", { headers: { "Retry-After": String(wait) } });
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
