import { z } from "zod";
import { prose } from "#app/letters/letter.ts";
import { isDay } from "#app/languages/calendar-day.ts";
import type { Phrase } from "#app/languages/translate.ts";

/** What an official can decide of what was said about a provision. */
export const decisions = ["accepted", "partly-accepted", "rejected", "noted"] as const;
export type Decision = (typeof decisions)[number];

export const dispositionLimits = { reasons: 10_000 };

const phrase = (key: Phrase) => key;

export const DispositionForm = z.object({
  decision: z.enum(decisions, phrase("disposition.decision.missing")),
  reasons: prose(dispositionLimits.reasons).pipe(z.string().min(1, phrase("disposition.reasons.missing"))),
  /** The day of the revision that was read. */
  revision: z.string(phrase("disposition.revision.gone")).refine(isDay, phrase("disposition.revision.gone")),
  /** The id of the provision that the form was shown for: its address may be another one's by now. */
  provision: z.coerce.number(phrase("form.choice.wrong")).int().positive().optional(),
  key: z.uuid(phrase("form.choice.wrong")),
});
export type DispositionForm = z.output<typeof DispositionForm>;
