import { disposableEmailBlocklistSet } from "disposable-email-domains-js";
import { searchText } from "./search-text.ts";
import type { HoldReason } from "./suspicion-words.ts";

/**
 * The most that is no reason, on one letter. An office or a carrier has many people behind a /24, who hear of a letter
 * within a day: more than `burst` of them in ten minutes, or more than `sustained` in 24 hours, is looked at. So is a
 * third of one name from one network in a day, and a sixth of one name within an hour from wherever: the commonest
 * full names of France are borne by one in ten thousand.
 */
export const unsuspicious = { burst: 25, sustained: 150, sameName: 2, namesakes: 5 };

const disposable = disposableEmailBlocklistSet();
const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "abcdefghij"];

/**
 * A name as it is compared: lower case, without accents and marks, its words in the order of the alphabet, so that
 * "DUPONT, Jean" is "Jean Dupont".
 */
export function namesakeKey(name: string): string {
  return searchText(name).split(" ").toSorted().join(" ").slice(0, 160);
}

/** Whether no person is called that: digits alone, one letter over and over, a run along the keyboard. */
function isPattern(name: string): boolean {
  const words = searchText(name).split(" ");
  const letters = words.join("");
  if (letters === "" || /^\d+$/.test(letters)) return true;
  // "aaa aaa"; "Bo Bo" and "O. O." may be somebody.
  if (letters.length >= 5 && new Set(letters).size === 1) return true;
  return words.some((word) => word.length >= 5 && rows.some((row) => row.includes(word)));
}

/** Why to hold a signature by what its own form says; empty for almost everybody. */
export function suspicionOf({ name, email }: { name: string; email: string }): HoldReason[] {
  const domain = email.split("@").at(-1)?.toLowerCase() ?? "";
  return [
    ...(isPattern(name) ? (["name-pattern"] as const) : []),
    // The list holds "mailinator.com"; a mailbox may be at any name below it.
    ...(domain.split(".").some((_, at, labels) => disposable.has(labels.slice(at).join(".")))
      ? (["disposable-domain"] as const)
      : []),
  ];
}
