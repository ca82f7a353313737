import { z } from "zod";
import { isRhythm, type Rhythm } from "./notice.ts";

/** What can be followed. */
export const followable = ["letter", "text", "thread", "organisation"] as const;
export type Followable = (typeof followable)[number];
export type Thing = { kind: Followable; id: number };

/** How an account follows a thing. */
export type Following = Thing & {
  /** What it has chosen for this thing; null when it has chosen nothing. */
  rhythm: Rhythm | null;
  /** Whether it follows by rule: it writes or has signed the letter, or has commented in the thread. */
  byRule: boolean;
};

/** A thing that an account has chosen a rhythm for, as its page lists it. */
export type Subscription = Thing & { rhythm: Rhythm; title: string; path: string };

export const RhythmForm = z.object({ rhythm: z.custom<Rhythm>(isRhythm, "form.choice.wrong") });

export const FollowForm = z.object({
  kind: z.enum(followable),
  thing: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number),
  // Empty: as by rule and by the account's own rhythm.
  rhythm: z.custom<Rhythm | "">((value) => value === "" || isRhythm(value), "form.choice.wrong"),
});
