import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { readRevisionInput } from "#app/letters/letter-input.server.ts";
import { readBase } from "#app/letters/revision-base.ts";
import { saveRevision } from "#app/letters/revise-letter.server.ts";
import { typedValues } from "#app/requests/form.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";

const statuses = {
  saved: 200,
  stale: 409,
  "not-found": 404,
  "letter-closed": 409,
  refused: 400,
  "logged-out": 401,
};

/** Saves the next version while it is written; the editor's script calls it and tells the writer the outcome. */
export async function action(args: ActionFunctionArgs) {
  const { account } = await visitorOf(args);
  const answer = (outcome: keyof typeof statuses, revision?: number) =>
    Response.json({ outcome, revision }, { status: statuses[outcome] });
  if (!account) return answer("logged-out");
  const values = typedValues(await args.request.formData());
  const input = readRevisionInput(values);
  if (!input.ok) return answer("refused");
  const slug = args.params.slug ?? "";
  const result = await saveRevision(slug, account.id, readBase(values), input.fields, input.document);
  return answer(result.outcome, result.outcome === "saved" ? result.revision : undefined);
}

export function loader({ params }: { params: { slug?: string } }) {
  return redirect(`/letters/${encodeURIComponent(params.slug ?? "")}/revise`);
}
