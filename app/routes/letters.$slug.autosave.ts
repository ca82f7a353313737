import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { saveDraft } from "#app/letters/draft-letter.server.ts";
import { readLetterInput } from "#app/letters/letter-input.server.ts";
import { readLiveInput } from "#app/letters/live-input.server.ts";
import { saveLive } from "#app/together/save-live.server.ts";
import { typedValues } from "#app/requests/form.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";

const statuses = { saved: 200, stale: 409, "not-found": 404, refused: 400, "logged-out": 401 };

/** Saves a draft while it is written; the editor's script calls it and tells the writer the outcome. */
export async function action(args: ActionFunctionArgs) {
  const { account } = await visitorOf(args);
  const answer = (outcome: keyof typeof statuses, revision?: number) =>
    Response.json({ outcome, revision }, { status: statuses[outcome] });
  if (!account) return answer("logged-out");
  const values = typedValues(await args.request.formData());
  const revision = pageKey(values.revision ?? null);
  if (values.live) {
    const { fields, update } = readLiveInput(values);
    const result = await saveLive(args.params.slug ?? "", account.id, revision ?? 0, fields, update);
    return answer(result.outcome, result.outcome === "saved" ? result.revision : undefined);
  }
  const input = readLetterInput(values);
  if (!input.ok) return answer("refused");
  const result = await saveDraft(args.params.slug ?? "", account.id, revision, input.fields, input.document);
  return answer(result.outcome, result.outcome === "saved" ? result.revision : undefined);
}

export function loader({ params }: { params: { slug?: string } }) {
  return redirect(`/letters/${encodeURIComponent(params.slug ?? "")}/edit`);
}
