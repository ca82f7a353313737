import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { votes } from "#app/discussion/comment.ts";
import { voteOnComment } from "#app/discussion/vote-on-comment.server.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";

const statuses = { voted: 200, "not-found": 404, own: 403 };

/** Votes on a comment for a script that stays on its page; a form posts to the comment itself. */
export async function action(args: ActionFunctionArgs) {
  const { account } = await visitorOf(args);
  if (!account) return Response.json({ outcome: "logged-out" }, { status: 401 });
  const form = await args.request.formData();
  const id = pageKey(args.params.comment ?? null);
  const vote = votes.find((choice) => choice === form.get("vote"));
  if (id === null || !vote) return Response.json({ outcome: "refused" }, { status: 400 });
  const wait = await takeAttempt({ "vote by account": account.id });
  if (wait !== null)
    return Response.json({ outcome: "too-often" }, { status: 429, headers: { "Retry-After": String(wait) } });
  const result = await voteOnComment(args.params.slug ?? "", id, account.id, vote);
  return Response.json(result, { status: statuses[result.outcome] });
}

export function loader({ params }: { params: { slug?: string; comment?: string } }) {
  return redirect(
    `/letters/${encodeURIComponent(params.slug ?? "")}/discussion/${encodeURIComponent(params.comment ?? "")}`,
  );
}
