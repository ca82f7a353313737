import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { unlinkIdentity } from "#app/identity/unlink-identity.server.ts";
import { typedValues } from "#app/requests/form.ts";
import { accountOf } from "#app/requests/visitor.server.ts";

/** Takes an identity off the account; the list of them stands in the settings. */
export async function action(args: ActionFunctionArgs) {
  const { account } = await accountOf(args);
  const { issuer = "", subject = "" } = typedValues(await args.request.formData());
  await unlinkIdentity(account, issuer, subject, args.context.origin);
  return redirect("/settings?after=unlinked#identities", 303);
}

export function loader() {
  return redirect("/settings#identities");
}
