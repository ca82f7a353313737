import type { Language } from "#app/languages/language.ts";
import { formatMoment, type Phrase, type Translate } from "#app/languages/translate.ts";
import type { CommentWindow } from "./consultation.ts";

/** As a loader hands it on: moments are text then. */
export type ShownWindow =
  | { state: "always" }
  | { state: "open" | "scheduled" | "over"; id: number; opensAt: Date | string; endsAt: Date | string };

function momentsOf(language: Language, window: Exclude<ShownWindow, { state: "always" }>) {
  const [from, until] = [window.opensAt, window.endsAt].map((at) => formatMoment(language, new Date(at)));
  return { from: from ?? "", until: until ?? "", since: until ?? "" };
}

/** When comments are taken, in a sentence with the hours in Paris; null where they are at any time. */
export function tellWindow(t: Translate, language: Language, window: ShownWindow): string | null {
  return window.state === "always" ? null : t(`window.${window.state}`, momentsOf(language, window));
}

/** What a form says to whom it was not taken from, with its values. */
export function windowRefusal(
  language: Language,
  window: CommentWindow,
): { phrase: Phrase; told: Record<string, string> } {
  if (window.state === "always") throw new Error("A text that takes comments at any time refused one.");
  const phrase = window.state === "scheduled" ? "window.refused.scheduled" : "window.refused.over";
  return { phrase, told: momentsOf(language, window) };
}
