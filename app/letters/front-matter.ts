import { parseDocument } from "yaml";

/**
 * The YAML front matter of a Markdown file and the text behind it. Front matter stands between two lines "---" at
 * the very top and is a mapping; else it is text. Every value in it is a string, a list or a mapping of such.
 * @returns `fault` in words when what stands there is not YAML; `body` is what stands behind it all the same
 */
export function splitFrontMatter(
  text: string,
): { matter: Record<string, unknown>; body: string; fault?: undefined } | { fault: string; body: string } {
  const [whole, inner] = /^---[ \t]*\n([\s\S]*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text) ?? [];
  if (whole === undefined || inner === undefined) return { matter: {}, body: text };
  const body = text.slice(whole.length);
  const document = parseDocument(inner, { schema: "failsafe" });
  const [error] = document.errors;
  if (error) return { fault: error.message.split("\n")[0]?.replace(/:$/, "") ?? "", body };
  let matter: unknown;
  try {
    matter = document.toJS({ maxAliasCount: 20 });
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : String(fault), body };
  }
  if (typeof matter !== "object" || matter === null || Array.isArray(matter))
    return { matter: {}, body: text };
  return { matter: matter as Record<string, unknown>, body };
}
