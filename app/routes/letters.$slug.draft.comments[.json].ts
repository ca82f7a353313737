import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { readMargin } from "#app/margin/read-threads.server.ts";
import { changeMargin } from "#app/requests/margin.server.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";

const headers = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" };

/** The threads in the margin of a draft, for the live editor: `{ threads, canWrite, people, accountId }`. */
export async function loader(args: LoaderFunctionArgs) {
  const { account } = await visitorOf(args);
  if (!account) return Response.json({ outcome: "logged-out" }, { status: 401, headers });
  const margin = await readMargin(args.params.slug ?? "", account.id);
  if (!margin) return Response.json({ outcome: "not-found" }, { status: 404, headers });
  const { threads, canWrite, people } = margin;
  return Response.json({ threads, canWrite, people, accountId: account.id }, { headers });
}

/** The forms of the page beside it, sent by a script: `{ outcome, thread }`, or `{ outcome: "refused", form }`. */
export async function action(args: ActionFunctionArgs) {
  const answer = await changeMargin(args);
  if (answer.ok) {
    const { outcome, thread } = answer;
    return Response.json({ outcome, thread }, { headers });
  }
  const { status, form } = answer;
  return Response.json({ outcome: "refused", form }, { status, headers: { ...headers, ...answer.headers } });
}
