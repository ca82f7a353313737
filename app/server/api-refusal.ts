import type { ServerResponse } from "node:http";
import type { Language } from "#app/languages/language.ts";
import { translator } from "#app/languages/translate.ts";
import { type ApiError, apiErrors, apiHeaders, type ApiRefusal } from "#app/requests/api-error.ts";
import type { PlainStatus } from "./plain-page.ts";

const names: Record<PlainStatus, ApiError> = {
  400: "bad-request",
  403: "bad-request",
  405: "method-not-allowed",
  413: "too-large",
  500: "fault",
  503: "unavailable",
  busy: "unavailable",
  "read-only": "read-only",
};

/** What a program is told where a reader would see a plain page. */
export function sendApiRefusal(
  response: ServerResponse,
  status: PlainStatus,
  language: Language,
  method = "GET",
): void {
  if (response.headersSent) return void response.destroy();
  const error = names[status];
  const refusal: ApiRefusal = { error, message: translator(language)(`api.${error}`) };
  for (const [name, value] of Object.entries(apiHeaders)) response.setHeader(name, value);
  response.setHeader("Content-Type", "application/json");
  if (apiErrors[error] === 503) response.setHeader("Retry-After", status === "read-only" ? "60" : "2");
  response.statusCode = apiErrors[error];
  // The rest of a body that was refused is not read: the connection ends with the answer.
  if (status === 413) response.setHeader("Connection", "close");
  response.end(method === "HEAD" ? undefined : JSON.stringify(refusal));
}
