import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { isLanguage } from "#app/languages/language.ts";
import { readTranslationInput } from "#app/letters/letter-input.server.ts";
import { typedValues } from "#app/requests/form.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";
import { saveTranslation } from "#app/translations/save-translation.server.ts";

const statuses = {
  saved: 200,
  stale: 409,
  "not-found": 404,
  "letter-closed": 409,
  refused: 400,
  "logged-out": 401,
};

/** Saves a translation while it is written, and declares nothing of it; the editor's script calls it. */
export async function action(args: ActionFunctionArgs) {
  const { slug = "", language } = args.params;
  const { account } = await visitorOf(args);
  const answer = (outcome: keyof typeof statuses, revision?: number) =>
    Response.json({ outcome, revision }, { status: statuses[outcome] });
  if (!isLanguage(language)) return answer("not-found");
  if (!account) return answer("logged-out");
  const values = typedValues(await args.request.formData());
  const input = readTranslationInput(values);
  if (!input.ok) return answer("refused");
  const text = { title: input.fields.title, document: input.document };
  const revision = pageKey(values.revision ?? null) ?? 0;
  const result = await saveTranslation(slug, account.id, language, revision, text, null);
  return answer(result.outcome, result.outcome === "saved" ? result.revision : undefined);
}

export function loader({ params: { slug = "", language = "" } }: LoaderFunctionArgs) {
  return redirect(`/letters/${encodeURIComponent(slug)}/draft/translations/${encodeURIComponent(language)}`);
}
