import type { Language } from "#app/languages/language.ts";

/** Where a discussion is: under a letter, or under a provision of a doctrine text; by the words of its address. */
export type Place = { letter: string } | { text: string; provision: string };

/** The address of a place's discussion; a comment's is one step below it. */
export function discussionPath(place: Place): string {
  return "letter" in place
    ? `/letters/${place.letter}/discussion`
    : `/doctrine/${place.text}/${encodeURIComponent(place.provision)}/discussion`;
}

/** Where a comment that is listed far from its discussion was said. */
export type Told = {
  /** The address of the discussion, and what it is about in its own language. */
  path: string;
  title: string;
  language: Language;
};

/** What a form says of a discussion whose address may become another one's: its id where it is a provision's. */
export const renumberable = ({ id, textId }: Pick<Discussion, "id" | "textId">) =>
  textId === null ? undefined : id;

/** A discussion by its numbers. */
export type Discussion = {
  id: number;
  commentCount: number;
  /** The newest comment's id, deleted or not; 0 when there was none. */
  lastCommentId: number;
  /** The doctrine text that it is about, if it is about one. */
  textId: number | null;
  /** The letter that it is about, if it is about one. */
  letterId: number | null;
  /** Slow mode, while it holds there. */
  slow: { minutes: number; until: Date | string } | null;
};
