import { z } from "zod";
import type { Phrase } from "#app/languages/translate.ts";

/** What a webhook can be told of. Numbers, paths and public facts: never who signed. */
export const events = [
  "signature.confirmed",
  "letter.version-published",
  "letter.milestone",
  "letter.closed",
  "comment.posted",
  "reply.recorded",
] as const;
export type WebhookEvent = (typeof events)[number];
/** What a message can be of: an event, or what its author asked for to try the receiver. */
export type MessageType = WebhookEvent | "test";

export const webhookLimits = { each: 10, url: 1000, log: 50 };

/**
 * Seconds to wait after the first try, the second…: some 26 hours in all, so that a receiver may be away for a day.
 */
export const waits = [60, 300, 1800, 7200, 18_000, 28_800, 36_000];

const phrase = (key: Phrase) => key;

/** The form of a new webhook; whether http on loopback is taken is asked where it is known. */
export const WebhookForm = z
  .object({
    url: z
      .string(phrase("webhooks.url.wrong"))
      .transform((value) => value.trim())
      .pipe(z.string().max(webhookLimits.url, phrase("form.tooLong"))),
  })
  .catchall(z.string())
  .transform(({ url, ...ticked }) => ({ url, events: events.filter((event) => ticked[event] === "on") }))
  .refine((form) => form.events.length > 0, { path: ["events"], message: phrase("webhooks.events.missing") });
export type WebhookForm = z.output<typeof WebhookForm>;

/** A webhook as those who manage the letter see it. */
export type Webhook = {
  id: number;
  url: string;
  events: WebhookEvent[];
  madeAt: Date;
  failingSince: Date | null;
  disabledAt: Date | null;
  /** Nothing was delivered for five days, or its receiver answered 410. */
  disabledFor: "unanswered" | "gone" | null;
};

/** A line of the log. */
export type Delivery = {
  id: number;
  type: string;
  state: "waiting" | "delivered" | "failed";
  attempts: number;
  happenedAt: Date;
  triedAt: Date | null;
  /** When it is tried next, while it waits. */
  dueAt: Date;
  /** What the receiver answered; null when it could not be reached. */
  status: number | null;
  /** In milliseconds. */
  duration: number | null;
  answer: string;
};
