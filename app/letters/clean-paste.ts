/**
 * Brings HTML from Word, Google Docs and web pages to what a letter is made of, before the editor's schema reads
 * it. The schema drops unknown elements and all styles by itself; what is done here is what would be lost with
 * them: bold and italics that are styles, lists that are paragraphs, footnotes that are links to the end.
 * @param page the pasted HTML, parsed (it is changed)
 * @returns the HTML to read, and how many pictures were left out: a letter holds our own copies only
 */
export function cleanPaste(page: Document): { html: string; droppedPictures: number } {
  const { body } = page;
  removeComments(page);
  for (const junk of body.querySelectorAll("style, script, meta, link, title, xml, iframe, object"))
    junk.remove();
  for (const element of [...body.querySelectorAll("*")]) if (element.tagName.includes(":")) unwrap(element);
  const pictures = [...body.querySelectorAll("img, picture, svg")];
  for (const picture of pictures) picture.remove();
  moveFootnotes(page);
  makeLists(page);
  makeMarks(page);
  for (const heading of [...body.querySelectorAll("h1, h5, h6, p.MsoTitle, p.MsoHeading")])
    rename(heading, /^H[56]$/.test(heading.tagName) ? "h4" : "h2");
  // Word writes no-break spaces for indents and empty paragraphs for distance.
  for (const paragraph of [...body.querySelectorAll("p")])
    if ((paragraph.textContent ?? "").trim() === "" && !paragraph.querySelector("sup[data-footnote], br"))
      paragraph.remove();
  for (const styled of body.querySelectorAll("[style]")) styled.removeAttribute("style");
  return { html: body.innerHTML, droppedPictures: pictures.length };
}

/** Word hides list numbers and its own settings in conditional comments. */
function removeComments(page: Document): void {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

function rename(element: Element, tag: string): Element {
  const renamed = element.ownerDocument.createElement(tag);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

/** Word: `<a href="#_ftn1">` in the text and `<div id="ftn1">` at the end; Google Docs: `#ftnt1` and `#ftnt_ref1`. */
function moveFootnotes(page: Document): void {
  const marks = page.querySelectorAll<HTMLAnchorElement>(
    'a[href*="#_ftn"], a[href*="#_edn"], a[href^="#ftnt"]',
  );
  for (const mark of marks) {
    const target = /#_?((?:ftn|edn|ftnt)\d+)$/.exec(mark.getAttribute("href") ?? "")?.[1];
    if (!target) continue;
    const note = page.getElementById(target);
    const place = note?.tagName === "A" ? note.closest("p, div") : note;
    const text = (place?.textContent ?? "")
      .replace(/^\s*\[?[\divx]+\]?\s*/i, "")
      .replace(/\s+/g, " ")
      .trim();
    if (!place || text === "" || place.contains(mark)) continue;
    const footnote = page.createElement("sup");
    footnote.setAttribute("data-footnote", text);
    footnote.textContent = "*";
    (mark.closest("sup") ?? mark).replaceWith(footnote);
    place.setAttribute("data-moved", "");
  }
  for (const moved of page.querySelectorAll("[data-moved]")) moved.remove();
}

/** Word writes list items as paragraphs `style="mso-list:l0 level1 lfo1"` with the bullet as text. */
function makeLists(page: Document): void {
  let open: { list: Element; level: number }[] = [];
  for (const paragraph of [...page.body.querySelectorAll("p")]) {
    const style = paragraph.getAttribute("style") ?? "";
    const level = Number(/mso-list:[^;]*level(\d)/.exec(style)?.[1] ?? 0);
    if (level === 0) {
      open = [];
      continue;
    }
    const marker = paragraph.querySelector('[style*="mso-list:Ignore" i]');
    const ordered = /^[\s\u00a0]*(\d+|[a-z]|[ivx]+)[.)]/i.test(marker?.textContent ?? "");
    marker?.remove();
    if (open.length > 0 && open[0]?.list.nextElementSibling !== paragraph) open = [];
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop();
    let current = open.at(-1);
    if (!current || current.level < level) {
      const list = page.createElement(ordered ? "ol" : "ul");
      const parent = current?.list.lastElementChild;
      if (parent) parent.append(list);
      else paragraph.before(list);
      current = { list, level };
      open.push(current);
    }
    const item = page.createElement("li");
    const words = page.createElement("p");
    words.append(...paragraph.childNodes);
    item.append(words);
    current.list.append(item);
    paragraph.remove();
  }
}

/** Google Docs and Word Online write bold and italics as styles of spans, and wrap everything in a `<b>` that is not bold. */
function makeMarks(page: Document): void {
  for (const bold of [...page.querySelectorAll("b, strong")])
    if (/(^|;)\s*font-weight:\s*(normal|400)/i.test(bold.getAttribute("style") ?? "")) unwrap(bold);
  for (const span of [...page.querySelectorAll("span")]) {
    const style = span.getAttribute("style") ?? "";
    if (/(^|;)\s*font-weight:\s*(bold|[6-9]00)/i.test(style)) wrapInside(span, "strong");
    if (/(^|;)\s*font-style:\s*italic/i.test(style)) wrapInside(span, "em");
    if (/text-decoration[^;]*line-through/i.test(style)) wrapInside(span, "s");
    unwrap(span);
  }
}

function wrapInside(element: Element, tag: string): void {
  const mark = element.ownerDocument.createElement(tag);
  mark.append(...element.childNodes);
  element.append(mark);
}
