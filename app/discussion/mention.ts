/** More words than a name has. */
const longestName = 6;

/**
 * What may be names after each "@" of a comment, for each the longest first: "@Ada Lovelace said" gives
 * "Ada Lovelace said", "Ada Lovelace" and "Ada". An "@" inside a word (an address) names nobody.
 */
export function possibleNames(body: string): string[][] {
  return [...body.matchAll(/(?<![\p{L}\p{N}@._-])@([^\s@][^\n@]{0,119})/gu)]
    .slice(0, 20)
    .map(([, rest = ""]) => {
      const words = rest.split(/[ \u00a0\u202f]+/).slice(0, longestName);
      const names = words.flatMap((_, index) => {
        const said = words.slice(0, index + 1).join(" ");
        // A bracket may close the name ("Ada (ANSSI)") or what stands around it.
        return [/[^\p{L}\p{N}]+$/u, /[^\p{L}\p{N})]+$/u].map((end) => said.replace(end, ""));
      });
      return [...new Set(names.filter(Boolean))].reverse();
    });
}

/**
 * Whom a text mentions among these people, each once: after every "@" the longest name that one of them bears. A name
 * that two of them bear is nobody's, for it would be a guess.
 * @param mentions what `possibleNames` has found in it
 * @returns each with the name as it was typed
 */
export function meantAmong(
  mentions: string[][],
  people: { id: number; name: string }[],
): { id: number; name: string }[] {
  const bearers = new Map<string, number[]>();
  for (const { id, name } of people) {
    const key = name.toLowerCase();
    bearers.set(key, [...(bearers.get(key) ?? []), id]);
  }
  const meant = new Map<number, string>();
  for (const names of mentions) {
    const name = names.find((candidate) => bearers.get(candidate.toLowerCase())?.length === 1);
    const [id] = name === undefined ? [] : (bearers.get(name.toLowerCase()) ?? []);
    if (name !== undefined && id !== undefined && !meant.has(id)) meant.set(id, name);
  }
  return [...meant].map(([id, name]) => ({ id, name }));
}

/** A text in pieces: between the names that were mentioned in it, as they were typed, and these names. */
export function splitAtMentions(text: string, names: string[]): { text: string; mention: boolean }[] {
  if (names.length === 0 || !text.includes("@")) return [{ text, mention: false }];
  const escaped = names
    .toSorted((one, other) => other.length - one.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "[ \\u00a0\\u202f]+"));
  const pieces = text.split(new RegExp(`(@(?:${escaped.join("|")})(?![\\p{L}\\p{N}]))`, "giu"));
  return pieces.map((piece, index) => ({ text: piece, mention: index % 2 === 1 })).filter(({ text }) => text);
}

/** A text in which a name is mentioned no more: "—" stands in its place, however it was written. */
export function withoutMention(text: string, name: string): string {
  return splitAtMentions(text, [name])
    .map((piece) => (piece.mention ? "@—" : piece.text))
    .join("");
}
