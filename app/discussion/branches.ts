/** What the shape of a thread is made of. */
type Node = { id: number; parentId: number | null; descendantCount: number };

/** A comment with the replies that are shown, and how many stand below it but in none of these. */
export type Branch<Comment> = { comment: Comment; replies: Branch<Comment>[]; hidden: number };

/**
 * The tree of comments that come in reading order, each after the one it answers; one whose parent is not among
 * them begins a tree of its own.
 */
export function growBranches<Comment extends Node>(comments: Comment[]): Branch<Comment>[] {
  const roots: Branch<Comment>[] = [];
  const known = new Map<number, Branch<Comment>>();
  for (const comment of comments) {
    const branch: Branch<Comment> = { comment, replies: [], hidden: comment.descendantCount };
    known.set(comment.id, branch);
    const above = comment.parentId === null ? undefined : known.get(comment.parentId);
    if (above) {
      above.replies.push(branch);
      above.hidden = Math.max(0, above.hidden - 1 - comment.descendantCount);
    } else roots.push(branch);
  }
  return roots;
}

/** How many comments are shown below this one. */
export function shownBelow(branch: Branch<unknown>): number {
  return branch.replies.reduce((sum, reply) => sum + 1 + shownBelow(reply), 0);
}
