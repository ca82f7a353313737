import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { hidingOf } from "#app/moderation/contest-decision.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { accountOf, notFound } from "#app/requests/visitor.server.ts";

/** Leads from a hidden comment, `?comment=`, to the decision that hides it, for its author alone. */
export async function loader(args: LoaderFunctionArgs) {
  const { account } = await accountOf(args);
  const comment = pageKey(new URL(args.request.url).searchParams.get("comment"));
  const decision = comment === null ? null : await hidingOf(comment, account.id);
  if (decision === null) throw notFound();
  return redirect(`/moderation/contest/${decision}`);
}
