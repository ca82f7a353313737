import { typeset } from "#app/languages/french-spacing.ts";
import type { Language } from "#app/languages/language.ts";
import { translator } from "#app/languages/translate.ts";
import type { ReportReason } from "#app/moderation/reason.ts";

/**
 * What stands in a comment's text where moderation hid a passage. Readers are shown words instead; whatever forgets to
 * do that shows a black bar. Nobody types it: `withoutMarks` takes the invisible sign before it away.
 */
export const hiddenMark = "\u2060█";

/** A passage is no shorter than its mark: a text whose parts are hidden never grows. */
export const leastHidden = hiddenMark.length;

/** A text that somebody sent, with no mark that moderation alone sets: quoted ones become a plain bar. */
export const withoutMarks = (text: string): string => text.replaceAll(hiddenMark, "█");

/** A plain text with words for its marks. */
export const sayHidden = (text: string, language: Language): string =>
  text.includes(hiddenMark)
    ? text.replaceAll(hiddenMark, translator(language)("comment.part-hidden.mark"))
    : text;

/**
 * A comment's HTML with its marks as quiet words that lead to what the reason means; inside a link they lead where the
 * link does. In an address or a title, which are read by nobody, a bar stays.
 */
export function showMarks(html: string, reason: ReportReason | null, language: Language): string {
  if (!html.includes(hiddenMark)) return html;
  const words = typeset(translator(language)("comment.part-hidden.mark"), language);
  const quiet = `<span class="hidden-part">${words}</span>`;
  const led = `<a class="hidden-part" href="/moderation/reasons${reason ? `#${reason}` : ""}">${words}</a>`;
  let linked = false;
  // Signs of HTML in texts and attributes are escaped by the writer: what is between angle brackets is a tag.
  return html.replace(new RegExp(`<[^>]*>|${hiddenMark}`, "g"), (found) => {
    if (found === hiddenMark) return linked ? quiet : led;
    if (found.startsWith("<a ")) linked = true;
    else if (found === "</a>") linked = false;
    return withoutMarks(found);
  });
}

/**
 * A text with the mark in the place of each passage, wherever it occurs; passages that overlap or touch are hidden as one.
 * @returns the passages that do not occur in it, when there are such
 */
export function hidePassages(text: string, passages: string[]): { hidden: string } | { missing: string[] } {
  const missing = passages.filter((passage) => !text.includes(passage));
  if (missing.length > 0) return { missing };
  const ranges = passages.flatMap((passage) => occurrences(text, passage)).sort((a, b) => a.from - b.from);
  let [hidden, at] = ["", 0];
  let open: { from: number; to: number } | undefined;
  const close = () => {
    if (!open) return;
    hidden += text.slice(at, open.from) + hiddenMark;
    at = open.to;
  };
  for (const range of ranges) {
    if (open && range.from <= open.to) open.to = Math.max(open.to, range.to);
    else {
      close();
      open = { ...range };
    }
  }
  close();
  return { hidden: hidden + text.slice(at) };
}

function occurrences(text: string, passage: string): { from: number; to: number }[] {
  const found = [];
  // One that begins inside another is found too: "aa" twice in "aaa".
  for (let from = text.indexOf(passage); from >= 0; from = text.indexOf(passage, from + 1))
    found.push({ from, to: from + passage.length });
  return found;
}
