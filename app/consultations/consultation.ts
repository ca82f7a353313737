import { z } from "zod";
import { line } from "#app/accounts/account.ts";
import { isMoment } from "#app/languages/calendar-day.ts";
import type { Phrase } from "#app/languages/translate.ts";

export const consultationLimits = { title: 200 };

/** The zone in which officials say when comments are taken (decision 0014); pages name it. */
export const zone = "Europe/Paris";

/** A window in which comments on a text are taken. `endsAt` is when it closes, or closed. */
export type Consultation = {
  id: number;
  title: string;
  opensAt: Date;
  endsAt: Date;
  /** "called-off": closed before it opened, so it never was. */
  state: "scheduled" | "open" | "over" | "called-off";
};

/**
 * Whether comments on a text are taken at this moment: always, while it never had a consultation; else in the open one,
 * or not before the next or since the last one.
 */
export type CommentWindow =
  | { state: "always" }
  | { state: "open" | "scheduled" | "over"; id: number; title: string; opensAt: Date; endsAt: Date };

const phrase = (key: Phrase) => key;

/** "2026-12-01T18:00" as browsers send it, some with seconds. */
const moment = (wrong: Phrase) =>
  z
    .string(phrase(wrong))
    .trim()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/, phrase(wrong))
    .transform((typed) => typed.slice(0, 16))
    .refine(isMoment, phrase(wrong));

/** Both moments are of the clock in Paris, "YYYY-MM-DDTHH:MM"; without an opening it opens at once. */
export const ConsultationForm = z.object({
  title: line(consultationLimits.title, "consultation.title.missing"),
  opens: z
    .union([z.literal("").transform(() => null), moment("consultation.moment.wrong")])
    .nullable()
    .default(null),
  closes: moment("consultation.moment.wrong"),
});
export type ConsultationForm = z.output<typeof ConsultationForm>;
