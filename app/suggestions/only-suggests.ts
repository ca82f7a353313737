import type { Node } from "@tiptap/pm/model";
import { parseDocument } from "#app/letters/document.ts";
import { decide, isSuggestion, marksBefore, ofAccount, rejectAll, showAll } from "./decide.ts";
import { asLetter } from "./decided-text.ts";
import { nodeSuggestions, readStamp, type Stamp } from "./suggestion.ts";

/** How far ahead of the server's clock a suggestion may be dated: browsers correct their own by the server's. */
const ahead = 5 * 60_000;
/** How old a new suggestion may be: what was written without a connection on a journey is not lost. */
const behind = 24 * 3_600_000;

/** A suggestion's part on a text or a node, as it stands in a document. */
type Trace = { stamp: Stamp | null; part: string; value: unknown; words: string; readable: boolean };

/**
 * Whether two states of a draft differ only by suggestions of one account: made, changed or withdrawn, but not accepted,
 * not in another's name, and with the suggestions of all others untouched.
 * @param before a valid document of `draftSchema`, @param after the same, after what the account sent
 * @param now the server's clock
 */
export function onlySuggests(before: Node, after: Node, account: number, now = new Date()): boolean {
  if (before.eq(after)) return true;
  const withdrawn = ofAccount(account, "reject");
  if (!decide(before, withdrawn).eq(decide(after, withdrawn))) return false;
  if (!decide(before, rejectAll).eq(decide(after, rejectAll))) return false;
  const [old, fresh] = [traces(before, account), traces(after, account)];
  if (fingerprint(old.others) !== fingerprint(fresh.others)) return false;
  const known = new Set(old.own.map(({ stamp }) => `${stamp!.id} ${stamp!.at}`));
  const foreign = new Set(old.others.map(({ stamp }) => stamp?.id));
  const isTimely = (at: string) => {
    const age = now.getTime() - Date.parse(at);
    return age <= behind && age >= -ahead;
  };
  for (const { stamp, readable } of fresh.own) {
    if (!readable || foreign.has(stamp!.id)) return false;
    if (!known.has(`${stamp!.id} ${stamp!.at}`) && !isTimely(stamp!.at)) return false;
  }
  return isLetter(after) || !isLetter(before);
}

/** Proposed text obeys the rules of a letter as well: no script in links, no pictures from elsewhere. */
function isLetter(document: Node): boolean {
  return parseDocument(asLetter(decide(document, showAll))).ok;
}

function traces(document: Node, account: number): { own: Trace[]; others: Trace[] } {
  const own: Trace[] = [];
  const others: Trace[] = [];
  const visit = (node: Node, inOwn: boolean) => {
    const found = tracesOf(node);
    const proposed =
      inOwn || found.some(({ stamp, part }) => stamp?.account === account && /^insert/.test(part));
    for (const trace of found)
      if (trace.stamp?.account === account) own.push(trace);
      // What others say of words that this account proposes goes when it withdraws them.
      else if (!proposed || /^insert/.test(trace.part)) others.push(trace);
    node.forEach((child) => visit(child, proposed));
  };
  visit(document, false);
  return { own, others };
}

function tracesOf(node: Node): Trace[] {
  const words = node.isText ? (node.text ?? "") : node.type.name;
  const marks = node.marks.filter(isSuggestion).map((mark) => ({
    stamp: readStamp(mark.attrs),
    part: mark.type.name,
    value: mark.attrs,
    words,
    readable: mark.type.name !== "formatting" || marksBefore(mark) !== null,
  }));
  const values = nodeSuggestions
    .map((part) => ({ part, value: node.attrs[part] as unknown }))
    .filter(({ value }) => value !== null && value !== undefined);
  return [
    ...marks,
    ...values.map(({ part, value }) => ({ stamp: readStamp(value), part, value, words, readable: true })),
  ];
}

/** Others' suggestions as one text, whatever pieces they are cut into. */
function fingerprint(list: readonly Trace[]): string {
  const joined = new Map<string, string>();
  for (const { part, value, words } of list) {
    const key = JSON.stringify([part, value]);
    joined.set(key, (joined.get(key) ?? "") + words);
  }
  return JSON.stringify([...joined]);
}
