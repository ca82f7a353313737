import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { discussionPath } from "#app/discussion/place.ts";
import { voteByScript } from "#app/requests/change-comment.server.ts";
import { provisionPlace } from "#app/requests/doctrine.server.ts";

export const action = (args: ActionFunctionArgs) => voteByScript(args, provisionPlace(args.params));

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`${discussionPath(provisionPlace(params))}/${encodeURIComponent(params.comment ?? "")}`);
}
