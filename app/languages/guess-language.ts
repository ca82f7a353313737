import { franc } from "franc-min";
import type { Language } from "./language.ts";

/** The language of a text that does not say it: French when its words look so, else English. */
export function guessLanguage(text: string): Language {
  return franc(text, { only: ["eng", "fra"] }) === "fra" ? "fr" : "en";
}
