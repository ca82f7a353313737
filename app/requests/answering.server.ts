import type { LoaderFunctionArgs } from "@remix-run/node";
import { commentWindow } from "#app/consultations/read-consultations.server.ts";
import { tellWindow } from "#app/consultations/window-words.ts";
import { officialFor } from "#app/doctrine/official-for.server.ts";
import { visitorOf } from "./visitor.server.ts";

/**
 * When comments on a text are taken; in whose name the visitor may answer officially; and why they may not comment at
 * this moment, in a sentence. Under a letter (null) comments are always taken.
 */
export async function answeringOf(args: LoaderFunctionArgs, textId: number | null) {
  if (textId === null) return { window: { state: "always" as const }, official: null, closed: null };
  // Badges name organisations.
  args.context.madeOf.add(`text:${textId}`).add("organisations");
  const { account, t, language } = await visitorOf(args);
  const [window, official] = await Promise.all([
    commentWindow(textId),
    account && officialFor(textId, account.id),
  ]);
  const taken = official !== null || window.state === "open" || window.state === "always";
  return { window, official, closed: taken ? null : tellWindow(t, language, window) };
}
