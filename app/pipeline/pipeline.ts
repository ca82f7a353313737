import { z } from "zod";
import type { Phrase } from "#app/languages/translate.ts";

/** Why a comment waits for a moderator, in the order in which it is told. */
export const holdReasons = [
  "first-comments",
  "links",
  "repeated",
  "several-letters",
  "several-accounts",
  "listed-words",
  "flood",
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** What an administrator sets; 0 is "off" for numbers. All of it is off on a new install. */
export type PipelineSettings = {
  /** So many first comments of an account are held; those that are seen count. */
  firstComments: number;
  /** Links are held until so many comments of the account are seen. */
  linksUntil: number;
  /** Hours within which the same words are a repetition. */
  repeatHours: number;
  repeatOwn: boolean;
  severalLetters: boolean;
  repeatAccounts: number;
  /** Comments in ten minutes, and in a day, beyond which they are held. */
  floodShort: number;
  floodDay: number;
  /** Letters and their next versions wait. */
  holdLetters: boolean;
};

/** Nothing is held. */
export const pipelineOff: PipelineSettings = {
  firstComments: 0,
  linksUntil: 0,
  repeatHours: 24,
  repeatOwn: false,
  severalLetters: false,
  repeatAccounts: 0,
  floodShort: 0,
  floodDay: 0,
  holdLetters: false,
};

/** What is advised where moderators read the queue every day; of letters, whatever was set. */
export const pipelineAdvised: Omit<PipelineSettings, "holdLetters"> = {
  firstComments: 1,
  linksUntil: 5,
  repeatHours: 24,
  repeatOwn: true,
  severalLetters: true,
  repeatAccounts: 3,
  floodShort: 10,
  floodDay: 60,
};

const phrase = (key: Phrase) => key;

/** The largest number that each field takes. */
export const pipelineLimits = {
  firstComments: 100,
  linksUntil: 100,
  repeatHours: 168,
  repeatAccounts: 100,
  floodShort: 1000,
  floodDay: 10_000,
};

const number = (most: number, least = 0) =>
  z
    .string(phrase("pipeline.number.wrong"))
    .transform((value) => value.trim())
    .refine((value) => /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most, {
      message: phrase("pipeline.number.wrong"),
    })
    .transform(Number);
const ticked = z
  .string()
  .optional()
  .transform((value) => value === "on");

export const PipelineForm = z.object({
  firstComments: number(pipelineLimits.firstComments),
  linksUntil: number(pipelineLimits.linksUntil),
  repeatHours: number(pipelineLimits.repeatHours, 1),
  repeatOwn: ticked,
  severalLetters: ticked,
  repeatAccounts: number(pipelineLimits.repeatAccounts).refine((value) => value !== 1, {
    message: phrase("pipeline.repeatAccounts.one"),
  }),
  floodShort: number(pipelineLimits.floodShort),
  floodDay: number(pipelineLimits.floodDay),
  holdLetters: ticked,
}) satisfies z.ZodType<PipelineSettings>;

/** Addresses, with a scheme or as people type them. Word characters before it make it something else: "a@www". */
const link = /(?:\b[a-z][a-z0-9+.-]{1,20}:\/\/|\bmailto:|\bwww\.)\S/iu;
const bare =
  /(?<![\p{L}\p{N}@._-])(?:[a-z0-9-]{1,63}\.)+(?:com|org|net|info|biz|xyz|top|site|online|shop|io|co|me|ru|cn|fr|eu)(?:\/|(?![\p{L}\p{N}-]))/iu;

/** Whether a text has something in it that readers would take for an address of the web. */
export const hasLink = (text: string): boolean => {
  const plain = text.normalize("NFKC").replace(/\p{Cf}/gu, "");
  return link.test(plain) || bare.test(plain);
};
