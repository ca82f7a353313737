import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { voteByScript } from "#app/requests/change-comment.server.ts";

export const action = (args: ActionFunctionArgs) => voteByScript(args, { letter: args.params.slug ?? "" });

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(
    `/letters/${encodeURIComponent(params.slug ?? "")}/discussion/${encodeURIComponent(params.comment ?? "")}`,
  );
}
