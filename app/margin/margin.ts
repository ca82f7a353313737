import { z } from "zod";
import { longestPassage, type Stretch } from "#app/discussion/anchor.ts";
import type { Phrase } from "#app/languages/translate.ts";

/** The id of the place beside a live editor where the threads are shown: the form around the editor can hold no other. */
export const marginSlot = "margin";

/** How long a comment may be, how many threads a letter and how many comments a thread may have. */
export const marginLimits = { body: 5000, threads: 500, comments: 300 };

/**
 * The words that a thread stands on, as a TextQuoteSelector of the W3C's Web Annotation Data Model.
 * `alone` says whether they stood in the text only once.
 */
export type MarginPassage = { quote: string; prefix: string; suffix: string; alone: boolean };

/** Where a passage begins and ends in the draft's Y.Doc: relative positions of Yjs in base64. */
export type MarginPositions = { begins: string; ends: string };

/** What the live editor says of a selection. */
export type MarginSelection = Omit<MarginPassage, "alone"> & MarginPositions;

/** Dates are strings where they have come as JSON. */
type Moment = Date | string;

/** One entry of a thread. A deleted one keeps its place, without words. */
export type MarginComment = {
  id: number;
  /** Null when the account was deleted. */
  author: string | null;
  authorId: number;
  body: string;
  /** The names of those it mentions, as they are called today. */
  mentions: string[];
  createdAt: Moment;
  editedAt: Moment | null;
  deletedAt: Moment | null;
};

/** A thread was resolved or opened again; `by` is null when the account was deleted. */
export type MarginTurn = { id: number; turn: "resolved" | "reopened"; by: string | null; at: Moment };

export type MarginThread = {
  id: number;
  passage: MarginPassage;
  /** Null when it was begun by its words alone. */
  positions: MarginPositions | null;
  /** Where its words stand in the decided text, in code points of its plain text; null when they do not. */
  place: Stretch | null;
  resolved: boolean;
  comments: MarginComment[];
  turns: MarginTurn[];
};

const phrase = (key: Phrase) => key;

const Body = z
  .string(phrase("margin.body.missing"))
  .transform((value) =>
    value
      .normalize("NFC")
      .replace(/\n{4,}/g, "\n\n\n")
      .trim(),
  )
  .pipe(z.string().min(1, phrase("margin.body.missing")).max(marginLimits.body, phrase("form.tooLong")));
const Id = z.coerce.number(phrase("form.choice.wrong")).int().positive();
const Key = z.uuid(phrase("form.choice.wrong")).optional();
const words = (longest: number) =>
  z
    .string()
    .refine((value) => value.isWellFormed() && [...value].length <= longest, phrase("margin.quote.too-long"));

/** The form that begins a thread: the passage by its words, and where it was pointed at in the field above. */
export const BeginForm = z.object({
  body: Body,
  key: Key,
  quote: z
    .string(phrase("margin.quote.missing"))
    .refine((value) => value.trim() !== "", phrase("margin.quote.missing"))
    .pipe(words(longestPassage * 2)),
  start: z
    .union([
      z.literal("").transform(() => null),
      z.coerce.number(phrase("form.choice.wrong")).int().nonnegative().max(1e9),
    ])
    .nullable()
    .default(null),
});

const Position = z.string().regex(/^[A-Za-z0-9+/]{2,268}={0,2}$/, phrase("form.choice.wrong"));

/** The same from the live editor, whose selection is known by its surroundings and its positions. */
export const SelectionForm = BeginForm.omit({ start: true }).extend({
  quote: BeginForm.shape.quote.pipe(words(longestPassage)),
  prefix: words(32),
  suffix: words(32),
  begins: Position,
  ends: Position,
});

export const ReplyForm = z.object({ thread: Id, body: Body, key: Key });
export const EditForm = z.object({ comment: Id, body: Body });
export const ThreadForm = z.object({ thread: Id });
export const DeleteForm = z.object({ comment: Id });
