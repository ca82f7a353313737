/** What somebody looks for: words, each in any of its forms or as a beginning, and phrases word for word. */
export type Question = { words: string[]; phrases: string[] };

const most = { words: 8, phrases: 4, length: 60 };

const wordsIn = (text: string) =>
  text.match(/[\p{L}\p{N}]+/gu)?.map((word) => word.slice(0, most.length)) ?? [];

/**
 * Reads what was typed: what stands between quotation marks, straight, curly or French, is a phrase. Signs mean
 * nothing. @returns null when there is no word at all
 */
export function readQuestion(typed: string): Question | null {
  const phrases: string[] = [];
  const rest = typed
    .normalize("NFC")
    .slice(0, 300)
    .replace(/"([^"]+)"|“([^”]+)”|«([^»]+)»/gu, (_whole, ...inner: (string | undefined)[]) => {
      const words = wordsIn(inner.slice(0, 3).find((part) => part !== undefined) ?? "");
      if (words.length > 0) phrases.push(words.join(" "));
      return " ";
    });
  const words = wordsIn(rest).slice(0, most.words);
  const question = { words, phrases: phrases.slice(0, most.phrases) };
  return words.length + question.phrases.length > 0 ? question : null;
}
