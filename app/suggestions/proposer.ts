import type { Node } from "@tiptap/pm/model";
import { isSuggestion } from "./decide.ts";
import { nodeSuggestions, readStamp, type Stamp } from "./suggestion.ts";

/** Who proposes, with the stamp of what begins now. */
export type Proposer = { stamp: Stamp };

/** Whether a node itself is proposed (or struck) by this account. */
export function isOwn(node: Node, name: (typeof nodeSuggestions)[number], { stamp }: Proposer): boolean {
  return readStamp(node.attrs[name])?.account === stamp.account;
}

/** The stamp that a node already has. */
export function stampOf(node: Node, name: (typeof nodeSuggestions)[number]): string | null {
  return (node.attrs[name] as string | null | undefined) ?? null;
}

/** Whether somebody else has a suggestion on a node or in it. */
export const hasOthers = (node: Node, proposer: Proposer) => holds(node, proposer, () => true);

/** Whether somebody else's own words or nodes stand in a node. */
export const hasInsertionOfOthers = (node: Node, proposer: Proposer) =>
  holds(node, proposer, (part) => part === "insertion" || part === "inserted");

function holds(node: Node, { stamp }: Proposer, counts: (part: string) => boolean): boolean {
  const others = (value: unknown) => readStamp(value)?.account !== stamp.account;
  let found = node.marks.some((mark) => isSuggestion(mark) && counts(mark.type.name) && others(mark.attrs));
  for (const name of nodeSuggestions) {
    const value: unknown = node.attrs[name];
    found ||= typeof value === "string" && counts(name) && others(value);
  }
  node.forEach((child) => {
    found ||= holds(child, { stamp }, counts);
  });
  return found;
}
