import type { Phrase } from "#app/languages/translate.ts";

/**
 * Why a signature is held when its signatory has confirmed it: somebody should look at it first. None of them is a
 * proof, and its sender is told of none. What follows from earlier signatures is found in the statement that writes
 * the signature (sign-letter.server.ts); what its own words show, here.
 */
export const holdReasons = {
  burst: "suspicion.burst",
  sustained: "suspicion.sustained",
  "same-name": "suspicion.sameName",
  "name-pattern": "suspicion.namePattern",
  "disposable-domain": "suspicion.disposableDomain",
} as const satisfies Record<string, Phrase>;
export type HoldReason = keyof typeof holdReasons;
