import { attribute, type HtmlElement, type Page, silentTags, textIn } from "./html-tree.ts";
import type { Losses } from "./loss.ts";
import type { PageNotes } from "./page-notes.ts";
import type { FoundPicture } from "./written-file.ts";

/** What a letter has no place for; its writer is told of it. */
const unheld = new Set(
  (
    "nav button input select textarea iframe object embed applet video audio canvas svg math map dialog frameset " +
    "progress meter"
  ).split(" "),
);
/** Where reading goes no deeper: a person gets to thirty. */
export const deepestElement = 150;

/** A page that is being read: what is known of it, and what was found so far. */
export class HtmlReading {
  readonly pictures: FoundPicture[] = [];
  readonly page: Page;
  readonly notes: PageNotes;
  /** This Tribune's address. */
  readonly origin: string;
  readonly losses: Losses;

  constructor(page: Page, notes: PageNotes, origin: string, losses: Losses) {
    this.page = page;
    this.notes = notes;
    this.origin = origin;
    this.losses = losses;
  }

  /** Whether an element is passed over: not text, told already, or read elsewhere. */
  passes(element: HtmlElement): boolean {
    const { tagName } = element;
    if (silentTags.has(tagName) || element === this.page.heading) return true;
    if (attribute(element, "data-tribune") !== undefined || this.notes.moved.has(element)) return true;
    if (
      attribute(element, "hidden") !== undefined ||
      /(?:^|\s)footnotes(?:\s|$)/.test(attribute(element, "class") ?? "")
    )
      return this.notes.moved.size > 0 || attribute(element, "hidden") !== undefined;
    if (!unheld.has(tagName)) return false;
    this.losses.add("element", `<${tagName}> ${textIn(element)}`);
    return true;
  }
}
