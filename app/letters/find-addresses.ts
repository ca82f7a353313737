import type MarkdownIt from "markdown-it";

/** Longer ones are passed on by few programs; what stands behind is text. */
const longestAddress = 2048;
/** What stands before an address and is looked at too. */
const before = 16;

/**
 * Has a reader of Markdown make links of addresses that are typed in full: with a scheme, which guesses nothing. Each is
 * looked for in so many characters at most: an open bracket is searched for its end, to the end of the text, behind every
 * address again, and a letter full of them would take half an hour.
 */
export function findAddresses(reader: MarkdownIt): void {
  const finder = reader.linkify;
  finder.set({ fuzzyLink: false, fuzzyEmail: false });
  const lengthAt = finder.testSchemaAt.bind(finder);
  finder.testSchemaAt = (text, scheme, at) => {
    const from = Math.max(0, at - before);
    return lengthAt(text.slice(from, at + longestAddress), scheme, at - from);
  };
}
