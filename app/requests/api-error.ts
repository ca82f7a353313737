import type { Phrase, Translate } from "#app/languages/translate.ts";

/** What the API refuses, with the status that says so. Each has a phrase "api.NAME". */
export const apiErrors = {
  "bad-request": 400,
  "broken-json": 400,
  "wrong-key": 400,
  "unknown-token": 401,
  "missing-scope": 403,
  "not-yours": 403,
  "not-found": 404,
  "method-not-allowed": 405,
  "revision-behind": 412,
  "too-large": 413,
  "not-json": 415,
  "wrong-fields": 422,
  "revision-missing": 428,
  "too-often": 429,
  fault: 500,
  "read-only": 503,
  unavailable: 503,
} as const;
export type ApiError = keyof typeof apiErrors;

/** What stands in the body of a refusal. `fields` has one message a field. */
export type ApiRefusal = { error: string; message: string; fields?: Record<string, string> };

/** Answers of the API are nobody's but who asked, and no browser takes them for a page. */
export const apiHeaders = { "Cache-Control": "no-store", Vary: "Authorization" };

/** A refusal by its name, in the language of whoever asks. */
export function refuseApi(
  t: Translate,
  error: ApiError,
  more: {
    fields?: Record<string, string>;
    headers?: Record<string, string>;
    told?: Record<string, string>;
    also?: Record<string, unknown>;
  } = {},
): Response {
  const refusal: ApiRefusal = { error, message: t(`api.${error}`, more.told) };
  if (more.fields) refusal.fields = more.fields;
  return Response.json(
    { ...refusal, ...more.also },
    { status: apiErrors[error], headers: { ...apiHeaders, ...more.headers } },
  );
}

/** A refusal that pages know too, by a name of its own and their phrase. */
export function refuseAsPages(
  t: Translate,
  status: number,
  error: string,
  said: { phrase: Phrase; told?: Record<string, string> },
): Response {
  const refusal: ApiRefusal = { error, message: t(said.phrase, said.told) };
  return Response.json(refusal, { status, headers: apiHeaders });
}

/** Phrases of a form's errors, said. */
export const saidFields = (t: Translate, errors: Record<string, Phrase>, told?: Record<string, string>) =>
  Object.fromEntries(Object.entries(errors).map(([name, phrase]) => [name, t(phrase, told)]));
