import { z } from "zod";
import { line } from "#app/accounts/account.ts";
import type { Official } from "#app/identity/identity.ts";
import { isDay } from "#app/languages/calendar-day.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { optionalLine } from "#app/letters/letter.ts";

/** An update is mailed whole, so it is as long as a mail may be; a reply may be as long as a ministry's letter. */
export const recordLimits = {
  title: 160,
  update: 5000,
  addressee: 200,
  name: 160,
  office: 200,
  reply: 20_000,
  address: 500,
};
/** Each of them is a mail to everybody who asked for it: so many of a kind, a letter and 24 hours. */
export const mailedADay = 5;

const phrase = (key: Phrase) => key;

/** Markdown as it was typed: only what nobody sees is put in order. */
const markdown = (longest: number) =>
  z
    .string()
    .default("")
    .transform((value) =>
      value
        .normalize("NFC")
        .replace(/\n{4,}/g, "\n\n\n")
        .trim(),
    )
    .pipe(z.string().max(longest, phrase("form.tooLong")));

const day = z.string(phrase("record.day.wrong")).trim().refine(isDay, phrase("record.day.wrong"));

/** The form's own key: sent twice, it is recorded once. */
const key = z.uuid(phrase("form.choice.wrong"));

export const UpdateForm = z.object({
  key,
  title: line(recordLimits.title, "update.title.missing"),
  body: markdown(recordLimits.update).refine((value) => value !== "", phrase("update.body.missing")),
});
export type UpdateForm = z.output<typeof UpdateForm>;

export const DeliveryForm = z.object({
  key,
  addressee: line(recordLimits.addressee, "delivery.addressee.missing"),
  day,
});
export type DeliveryForm = z.output<typeof DeliveryForm>;

/** An address that a browser opens over http or https, as typed or with the scheme that was left out; "" for none. */
const webAddress = z
  .string()
  .default("")
  .transform((value) => value.trim())
  .transform((value) => (/^[a-z][a-z0-9+.-]*:/i.test(value) || value === "" ? value : `https://${value}`))
  .refine((value) => value === "" || isWebAddress(value), phrase("reply.address.wrong"))
  .transform((value) => (value === "" ? "" : new URL(value).href))
  .pipe(z.string().max(recordLimits.address, phrase("form.tooLong")));

function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  // A name before the host makes an address look like another one's.
  return /^https?:$/.test(protocol) && hostname !== "" && username === "" && password === "";
}

export const ReplyForm = z
  .object({
    key,
    name: line(recordLimits.name, "reply.name.missing"),
    office: optionalLine(recordLimits.office),
    day,
    body: markdown(recordLimits.reply),
    address: webAddress,
  })
  .refine(({ body, address }) => body !== "" || address !== "", {
    path: ["body"],
    message: phrase("reply.body.missing"),
  });
export type ReplyForm = z.output<typeof ReplyForm>;

/** What became of something that was to be recorded. A day that does not fit is one before publication, or to come. */
export type Recorded =
  | { outcome: "recorded"; id: number }
  | { outcome: "not-found" | "letter-archived" | "day-too-early" | "day-to-come" }
  /** Moderation paused the account until then, or barred it (null). */
  | { outcome: "restricted"; until: Date | null }
  /** As many as are mailed in a day: in how many seconds there is room again. */
  | { outcome: "too-often"; wait: number };

/** News of a letter by its author. */
export type Update = { id: number; title: string; body: string; publishedAt: Date };

/** A letter handed over: to whom, on which day, and what had been signed when that was recorded. */
export type Delivery = {
  id: number;
  addressee: string;
  day: string;
  version: number;
  sha256: string;
  /** Confirmed signatures; those of them that name this version; those that are an organisation's. */
  signatures: number;
  onVersion: number;
  organisations: number;
  /** Taken over from elsewhere, unverified and counted apart. */
  imported: number;
  recordedAt: Date;
};

/** What an addressee answered, and who says so. */
export type Reply = {
  id: number;
  name: string;
  office: string;
  day: string;
  /** Markdown; may be empty when there is an address. */
  body: string;
  address: string;
  recordedAt: Date;
  recordedAs: "author" | "official";
  /** The official's name, null when their account was deleted; what was vouched of them when they recorded it. */
  recorder: string | null;
  official: Official | null;
};

/** Something that happened to a letter. `day` is when it happened, in Paris; `at` when it was done or written down. */
export type HistoryEvent = {
  event:
    | "published"
    | "version"
    | "update"
    | "delivered"
    | "reply"
    | "closed"
    | "reopened"
    | "archived"
    | "unarchived";
  /** The version's number, or the id of the update, delivery or reply; 0 for the rest. */
  id: number;
  day: string;
  at: Date;
  /** The day on which it was written down, when that was a later one. */
  recordedOn: string | null;
  /** A version's or a reopening's reason; an update's title; a replying person's office. */
  words: string;
  /** To whom it was handed over; who replied. */
  name: string;
  /** Signatures at the delivery. */
  count: number;
  /** The last day to sign that came with a reopening. */
  closesOn: string | null;
  by: "author" | "official" | "clock";
};
