import { z } from "zod";
import { isMoment } from "#app/languages/calendar-day.ts";
import type { Phrase } from "#app/languages/translate.ts";

/** One of a draft's authors, and what they think of it as it stands. */
export type Approval = {
  accountId: number;
  name: string;
  /** `earlier`: they approved a text that was changed since. */
  state: "approved" | "earlier" | "none";
  approvedAt: Date | null;
};

/** When a draft publishes itself. It does not when it was `changed` since that was planned. */
export type PlannedPublication = {
  publishAt: Date;
  plannedBy: string | null;
  changed: boolean;
};

const phrase = (key: Phrase) => key;

/** A day and an hour of the clock in Paris, "2026-12-01T18:00", as browsers send it. */
export const PlanForm = z.object({
  at: z
    .string(phrase("publish.plan.missing"))
    .trim()
    .transform((typed) => typed.slice(0, 16))
    .refine(isMoment, phrase("publish.plan.missing")),
});
