import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { CommentForm, votes } from "#app/discussion/comment.ts";
import { placeOfComment } from "#app/discussion/discussion.server.ts";
import { discussionPath, type Place } from "#app/discussion/place.ts";
import { deleteComment, editComment } from "#app/discussion/post-comment.server.ts";
import { voteOnComment } from "#app/discussion/vote-on-comment.server.ts";
import { parseForm, refusedForm, typedValues } from "./form.ts";
import { refusedRestricted } from "./restricted.ts";
import { takeAttempt } from "./limit.server.ts";
import { pageKey } from "./page-key.ts";
import { forbidden, notFound, safeNext, visitorOf } from "./visitor.server.ts";

/** Edits or deletes a comment, or votes on it without a script. */
export async function changeComment(args: ActionFunctionArgs, place: Place) {
  const id = pageKey(args.params.comment ?? null);
  const { account, language } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  const isVote = values.intent === "vote";
  // A vote holds nothing that was typed: who is logged out meanwhile logs in and votes again.
  if (!account && isVote)
    return redirect(`/login?next=${encodeURIComponent(safeNext(values.next ?? null))}`, 303);
  if (!account) return data(refusedForm(values, {}, "form.loggedOut"), { status: 401 });
  if (id === null) throw notFound();
  const wait = await takeAttempt(
    isVote ? { "vote by account": account.id } : { "comment by account": account.id },
  );
  if (wait !== null) {
    const headers = { "Retry-After": String(wait) };
    if (isVote) throw data(null, { status: 429, headers });
    return data(refusedForm(values, {}, "form.tooOften"), { status: 429, headers });
  }
  if (isVote) {
    const vote = votes.find((choice) => choice === values.vote);
    if (!vote) throw data(null, { status: 400 });
    const { outcome } = await voteOnComment(place, id, account.id, vote);
    if (outcome === "not-found") throw notFound();
    if (outcome === "own") throw forbidden();
    if (outcome === "letter-archived") throw data(null, { status: 409 });
    return redirect(safeNext(values.next ?? null), 303);
  }
  if (values.intent === "delete") {
    const { outcome } = await deleteComment(id, account.id);
    if (outcome === "not-found") throw notFound();
  } else {
    const parsed = parseForm(CommentForm, values);
    if (!parsed.ok) return data(parsed.state, { status: 400 });
    const result = await editComment(id, account.id, parsed.value);
    if (result.outcome === "restricted")
      return data(refusedRestricted(values, language, result.until), { status: 403 });
    const { outcome } = result;
    if (outcome === "held") {
      const where = (await placeOfComment(id)) ?? place;
      return redirect(`${discussionPath(where)}#held-${result.id}`, 303);
    }
    if (outcome === "not-found") throw notFound();
    if (outcome === "not-official")
      return data(refusedForm(values, {}, "answer.edit.notOfficial"), { status: 403 });
    if (outcome === "part-hidden")
      return data(refusedForm(values, {}, "comment.part-hidden.edit"), { status: 409 });
    if (outcome === "letter-archived")
      return data(refusedForm(values, {}, "discussion.archived"), { status: 409 });
  }
  // One's own comment is known by its id: its place may have another address since the form was made.
  const there = (await placeOfComment(id)) ?? place;
  return redirect(`${discussionPath(there)}/${id}#comment-${id}`, 303);
}

const voteStatuses = { voted: 200, "not-found": 404, own: 403, "letter-archived": 409 };

/** Votes on a comment for a script that stays on its page; a form posts to the comment itself. */
export async function voteByScript(args: ActionFunctionArgs, place: Place) {
  const { account } = await visitorOf(args);
  if (!account) return Response.json({ outcome: "logged-out" }, { status: 401 });
  const form = await args.request.formData();
  const id = pageKey(args.params.comment ?? null);
  const vote = votes.find((choice) => choice === form.get("vote"));
  if (id === null || !vote) return Response.json({ outcome: "refused" }, { status: 400 });
  const wait = await takeAttempt({ "vote by account": account.id });
  if (wait !== null)
    return Response.json({ outcome: "too-often" }, { status: 429, headers: { "Retry-After": String(wait) } });
  const result = await voteOnComment(place, id, account.id, vote);
  return Response.json(result, { status: voteStatuses[result.outcome] });
}
