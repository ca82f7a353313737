import { z } from "zod";
import type { Language } from "#app/languages/language.ts";
import { withoutMarks } from "./hidden-part.ts";
import { longestPassage } from "./anchor.ts";
import type { TextOfficial } from "#app/doctrine/text-official.ts";
import type { Official } from "#app/identity/identity.ts";
import { isDay } from "#app/languages/calendar-day.ts";
import type { Phrase } from "#app/languages/translate.ts";
import type { Removal } from "#app/moderation/removal.server.ts";
import type { ReportReason } from "#app/moderation/reason.ts";

export const stances = ["support", "oppose", "neutral"] as const;
export type Stance = (typeof stances)[number];

/** One vote an account and comment; "none" takes it back. */
export const votes = ["agree", "disagree", "none"] as const;
export type Vote = (typeof votes)[number];

export const commentLimits = { body: 10_000 };
/** Deeper replies stand beside each other under the ancestor at depth 31: no page shows more steps than that. */
export const deepest = 32;
/** Digits of one level in a path: 36^8 is 2.8 million million comments. */
const segmentLength = 8;

/** A comment's place in its thread: its parent's path and its own id in base 36. */
export function pathOf(parentPath: string, id: number): string {
  return parentPath + id.toString(36).padStart(segmentLength, "0");
}

/** The paths of all that a comment answers, the root's first. */
export function ancestorsOf(path: string): string[] {
  const levels = path.length / segmentLength;
  return Array.from({ length: levels - 1 }, (_, level) => path.slice(0, segmentLength * (level + 1)));
}

const phrase = (key: Phrase) => key;

export const CommentForm = z.object({
  body: z
    .string(phrase("comment.body.missing"))
    .transform((value) =>
      withoutMarks(value)
        .normalize("NFC")
        .replace(/\n{4,}/g, "\n\n\n")
        .trim(),
    )
    .pipe(z.string().min(1, phrase("comment.body.missing")).max(commentLimits.body, phrase("form.tooLong"))),
  stance: z.enum(stances, phrase("form.choice.wrong")).default("neutral"),
});
export type CommentForm = z.output<typeof CommentForm>;

export const PostForm = CommentForm.extend({
  parent: z
    .union([
      z.literal("").transform(() => null),
      z.coerce.number(phrase("form.choice.wrong")).int().positive(),
    ])
    .nullable()
    .default(null),
  key: z.uuid(phrase("form.choice.wrong")).optional(),
  /** The discussion that the form was shown for, where its address may become another one's. */
  discussion: z.coerce.number(phrase("form.choice.wrong")).int().positive().optional(),
  officially: z
    .string()
    .optional()
    .transform((ticked) => ticked === "on"),
});

/** A comment on a passage of a provision: where it was pointed at, as public/annotate.js counts, or only its words. */
export const AnnotationForm = PostForm.omit({ parent: true }).extend({
  quote: z
    .string(phrase("annotation.quote.missing"))
    .refine((value) => value.trim() !== "", phrase("annotation.quote.missing"))
    .refine((value) => [...value].length <= longestPassage * 2, phrase("annotation.quote.too-long")),
  start: z
    .union([
      z.literal("").transform(() => null),
      z.coerce.number(phrase("form.choice.wrong")).int().nonnegative().max(1e9),
    ])
    .nullable()
    .default(null),
  revision: z
    .string(phrase("annotation.revision.unknown"))
    .refine(isDay, phrase("annotation.revision.unknown")),
});

/** What a comment is anchored in. */
export type Passage = {
  exact: string;
  /** The day of the revision that it was made on. */
  revision: string;
  /** In the newest revision: the same text; another text with the same passage; gone. */
  state: "exact" | "carried" | "orphan";
  /** Whether the newest revision has the provision at all. */
  there: boolean;
  /** The language of the text. */
  language: Language;
  /** The newest revision's day. */
  newest: string;
};

/** A comment as it is read. A deleted one keeps its place and its replies, without body, author and stance. */
export type Comment = {
  id: number;
  parentId: number | null;
  depth: number;
  path: string;
  /** Null when the account was deleted or the comment is. */
  author: string | null;
  authorId: number;
  /** The badge of an author whom the provider of officials vouched for. */
  official: Official | null;
  /** What makes it the answer of an official of the text: in whose name. It stays when the comment is deleted. */
  officialAnswer: TextOfficial | null;
  stance: Stance;
  body: string;
  /** Direct replies, and all that stands below; deleted comments count, for they keep their place. */
  replyCount: number;
  descendantCount: number;
  agreeCount: number;
  disagreeCount: number;
  /** The reader's own vote: true when they agree. */
  vote: boolean | null;
  /** What it is anchored in, when it is: the passage as it was read, and what became of it in the newest revision. */
  passage: Passage | null;
  /** Names with an "@" before them that are persons of this discussion, as they were typed. */
  mentions: string[];
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  /** Why moderation hid its words; null for all others. Its author reads them still, nobody is told who that is. */
  hiddenFor: ReportReason | null;
  /** The provision that it was removed for, where that is why. */
  removedFor: Removal | null;
  /** Why moderation hid parts of it: marks stand in the body (hidden-part.ts). */
  partHiddenFor: ReportReason | null;
  /** Whether its thread takes no more replies. */
  locked: boolean;
};
