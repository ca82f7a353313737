import { z } from "zod";
import { isMoment } from "#app/languages/calendar-day.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { oneLine } from "#app/accounts/account.ts";
import { prose } from "#app/letters/letter.ts";
import { type HoldReason, holdReasons } from "./suspicion-words.ts";

/** The published list: why signatures may be taken off a letter. Each is told in the public log. */
export const invalidationReasons = [
  "not-a-person",
  "duplicate",
  "without-consent",
  "forged-organisation",
  "joke",
  "unlawful",
] as const;
export type InvalidationReason = (typeof invalidationReasons)[number];

/** States that a signature can be invalidated from, and restored to. Withdrawn ones are never touched. */
export const standingStates = ["pending", "held", "confirmed"] as const;

const wrong = "form.choice.wrong" satisfies Phrase;
const phrase = (text: Phrase) => text;
/** An empty field asks for nothing. */
const unlessEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
/** A moment as a browser's field gives it, by the clock of Paris. */
const minute = z.string().refine(isMoment, phrase("invalidate.moment.wrong"));

/**
 * Which signatures of a letter are meant: those for which every given part holds. An organisation's signature is
 * meant only by `kind`, or when it is named alone.
 */
export const Condition = z
  .object({
    state: unlessEmpty(z.enum(standingStates, wrong)),
    held: unlessEmpty(z.enum(Object.keys(holdReasons) as [HoldReason, ...HoldReason[]], wrong)),
    /** As wideNetworkOf gives it, or its label (networkLabel). */
    network: unlessEmpty(z.string().trim().max(50, phrase("form.tooLong"))),
    /** What stands behind the @ of an address. */
    domain: unlessEmpty(z.string().trim().toLowerCase().max(254, phrase("form.tooLong"))),
    name: unlessEmpty(
      z
        .string()
        .transform(oneLine)
        .pipe(z.string().max(160, phrase("form.tooLong"))),
    ),
    from: unlessEmpty(minute),
    until: unlessEmpty(minute),
    kind: unlessEmpty(z.literal("organisation", wrong)),
    signature: unlessEmpty(z.coerce.number(wrong).int().positive()),
  })
  .refine((condition) => Object.values(condition).some((part) => part !== undefined), {
    message: phrase("invalidate.nothing"),
    path: ["state"],
  });
export type Condition = z.output<typeof Condition>;

/** What is said of an invalidation: the reason for everybody, the note for those who review. */
export const Grounds = z.object({
  reason: z.enum(invalidationReasons, phrase("invalidate.reason.missing")),
  note: prose(500),
});
