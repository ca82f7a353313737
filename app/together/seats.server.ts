import type { Connection, Document } from "@hocuspocus/server";
import { removeAwarenessStates } from "y-protocols/awareness";
import type { Account } from "#app/accounts/account.ts";
import { type CoAuthorRole, reviewingRoles, writingRoles } from "#app/co-authors/co-author.ts";
import { log } from "#app/server/log.ts";
import { mayReviewerApply } from "#app/suggestions/reviewer-guard.server.ts";
import { type Ending, written } from "./message.ts";
import { rolesOf } from "./rights.server.ts";

/** Who sits at a connection. */
export type Sitting = {
  account: Pick<Account, "id" | "name">;
  sessionHash: string;
  letterId: number;
  role: CoAuthorRole;
};
export type Seated = Connection<Sitting>;

const closed: Record<Ending, number> = {
  "logged-out": 4401,
  "not-allowed": 4403,
  "role-changed": 4205,
  "no-draft": 4404,
  refused: 4400,
  "too-large": 4413,
  "read-only": 4423,
};

/** How a connection is closed that ends for this reason. */
export const closing = (ending: Ending) => ({ code: closed[ending], reason: ending });

/** Tells a page why, and cuts it off. */
export function endSeat(seated: Seated, ending: Ending): void {
  const { letterId, account } = seated.context;
  if (ending === "refused" || ending === "too-large")
    log.warn({ letterId, accountId: account.id, ending }, "a change of a draft was refused");
  seated.sendStateless(written({ ending }));
  seated.close(closing(ending));
  seated.webSocket.close(closed[ending], ending);
}

/** Cuts off whoever may not sit where they do any more; who may do more or less than before comes back by itself. */
export function lookAt(seated: Seated[]): void {
  if (seated.length === 0) return;
  const seats = seated.map(({ context }) => ({ ...context, accountId: context.account.id }));
  rolesOf(seats)
    .then((roles) => {
      for (const [index, one] of seated.entries()) {
        const role = roles[index] ?? null;
        if (role === one.context.role) continue;
        const over = role === "logged-out" || role === "no-draft";
        endSeat(one, role === null ? "not-allowed" : over ? role : "role-changed");
      }
    })
    .catch((fault: unknown) => log.warn({ err: fault }, "the rights at drafts could not be looked at"));
}

/**
 * Takes the carets of somebody away whose last page at a draft has gone. Hocuspocus counts a page that came back before its
 * old connection was known to be dead with the old one, and would leave it standing there.
 */
export function leave(document: Document, { account }: Sitting): void {
  if ((document.getConnections() as Seated[]).some(({ context }) => context.account.id === account.id))
    return;
  const left = [...document.awareness.getStates()].filter(
    ([, { user }]) => (user as ReturnType<typeof userOf> | undefined)?.account === account.id,
  );
  removeAwarenessStates(
    document.awareness,
    left.map(([client]) => client),
    null,
  );
}

/** Whoever writes may change everything; a reviewer only proposes, and not under the number of another page. */
export function mayApply(document: Document, update: Uint8Array, seated: Seated): boolean {
  const { role, account } = seated.context;
  // Whoever reads along has a connection on which nothing is changed.
  if (writingRoles.includes(role) || !reviewingRoles.includes(role)) return true;
  const others = (document.getConnections() as Seated[])
    .filter(({ context }) => context.account.id !== account.id)
    .flatMap((each) => [...((document.connections.get(each)?.clients ?? []) as Iterable<number>)]);
  return mayReviewerApply(document, update, account.id, new Set(others));
}

/** How a caret is signed: by the account's name, in one of eight colours. */
export const userOf = ({ account }: Sitting) => ({
  account: account.id,
  name: account.name,
  colour: account.id % 8,
});
