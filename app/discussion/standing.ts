import type { TextOfficial } from "#app/doctrine/text-official.ts";

/** Where a thread is shown and to whom. */
export type Standing = {
  /** The discussion's address. */
  path: string;
  /** The id of a provision's discussion; left out where it is a letter's. */
  discussion?: number;
  /** The reader's account; null for a stranger, who sees the same page as every stranger. */
  accountId: number | null;
  /** The comment the page is about; it stands out. */
  highlighted?: number;
  /** Why nobody but an official may comment now; links to reply are left out then. */
  closed?: string | null;
  /** Whether nothing of it changes any more: no votes, no new words. One's own may still be deleted. */
  archived?: boolean;
  /** In whose name the reader may answer officially, if they may. */
  official?: TextOfficial | null;
};
