import { attribute, eachNode, type HtmlElement, isElement, type Page, textIn } from "./html-tree.ts";

/** The footnotes of a page: which links are their marks, and where their words stand. */
export type PageNotes = {
  /** By the link that is the mark. */
  byMark: Map<HtmlElement, HtmlElement>;
  /** What stands elsewhere and is read at its mark. */
  moved: Set<HtmlElement>;
};

const noteId = /^_?(?:foot|end)?(?:note|fn|ftn|edn|ftnt|fnt)[-_:]?\w*\d/i;
const markText = /^[\s[(]*(?:[\divxlc]{1,5}|[a-z]|[*†‡§✻]{1,3})[\s\])]*$/i;

/**
 * Finds footnotes as Word, Google Docs, pandoc and this program write them: a short link to a place in the page that is
 * called a note, or that leads back.
 */
export function notesOf(page: Page): PageNotes {
  const found: PageNotes = { byMark: new Map(), moved: new Set() };
  const leading = new Map<HtmlElement, boolean>();
  for (const node of eachNode(page.root)) {
    if (!isElement(node) || node.tagName !== "a") continue;
    const id = /#([^#]+)$/.exec(attribute(node, "href") ?? "")?.[1];
    const target = id === undefined ? undefined : page.byId.get(id);
    if (!id || !target || /ref/i.test(id) || !markText.test(textIn(node))) continue;
    // The link back from a note reads like a mark.
    if (isIn(node, (above) => found.moved.has(above))) continue;
    const place = target.tagName === "a" ? blockAbove(target) : target;
    if (!place || isIn(node, (above) => above === place)) continue;
    const isNote = noteId.test(id) || (leading.get(place) ?? leadsBack(place));
    leading.set(place, isNote);
    if (!isNote) continue;
    found.byMark.set(node, place);
    found.moved.add(place);
  }
  return found;
}

function blockAbove(element: HtmlElement): HtmlElement | null {
  for (let above = element.parentNode; above && "tagName" in above; above = above.parentNode)
    if (/^(?:p|div|li|dd|aside|td)$/.test(above.tagName)) return above;
  return null;
}

/** Whether one of the elements around it is such. */
function isIn(element: HtmlElement, such: (above: HtmlElement) => boolean): boolean {
  for (let above = element.parentNode; above && "tagName" in above; above = above.parentNode)
    if (such(above)) return true;
  return false;
}

/** Whether a link in it leads to another place of the page. */
function leadsBack(place: HtmlElement): boolean {
  for (const node of eachNode(place))
    if (isElement(node) && node.tagName === "a" && isBackLink(node)) return true;
  return false;
}

/** The way back from a note, which is no part of what it says. */
export const isBackLink = (element: HtmlElement): boolean =>
  element.tagName === "a" && (attribute(element, "href") ?? "").startsWith("#");
