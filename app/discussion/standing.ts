/** Where a thread is shown and to whom. */
export type Standing = {
  /** The discussion's address. */
  path: string;
  /** The reader's account; null for a stranger, who sees the same page as every stranger. */
  accountId: number | null;
  /** The comment the page is about; it stands out. */
  highlighted?: number;
};
