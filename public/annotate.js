// A passage that is selected in a provision's text, by mouse, finger or keyboard, can be commented on: a link is
// offered below it, and the next Tab leads there. Words come from the page.
const link = document.createElement("a");
link.className = "button passage-offer";
link.hidden = true;
const told = document.createElement("span");
told.className = "visually-hidden";
told.setAttribute("role", "status");
// Beside everything: where a part of the page is laid out for itself, its own corner would be the place's origin.
document.body.append(link, told);

const bodyOf = (node) =>
  (node instanceof window.Element ? node : node?.parentElement)?.closest("[data-annotate]") ?? null;
const codePoints = (text) => [...text].length;

/** Where a point of the document stands in a provision's text: its paragraphs are lines of it. */
function positionIn(body, node, offset) {
  const range = document.createRange();
  let before = 0;
  for (const line of body.querySelectorAll("p")) {
    range.selectNodeContents(line);
    const beyond = range.comparePoint(node, offset);
    if (beyond > 0) {
      before += codePoints(line.textContent) + 1;
      continue;
    }
    if (beyond < 0) return before;
    range.setEnd(node, offset);
    return before + codePoints(range.toString());
  }
  return before - 1;
}

/**
 * A selection as far as it lies in a provision's text; null when it holds words beyond it, for a passage lies in one
 * provision. A triple click ends at the beginning of what follows the paragraph.
 */
function within(body, chosen) {
  const range = chosen.cloneRange();
  const all = document.createRange();
  all.selectNodeContents(body);
  if (range.compareBoundaryPoints(range.START_TO_START, all) < 0)
    range.setStart(all.startContainer, all.startOffset);
  if (range.compareBoundaryPoints(range.END_TO_END, all) > 0) range.setEnd(all.endContainer, all.endOffset);
  return range.toString().trim() === chosen.toString().trim() ? range : null;
}

function offer() {
  const selection = getSelection();
  const chosen = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const body = chosen && (bodyOf(chosen.startContainer) ?? bodyOf(chosen.endContainer));
  const range = body && within(body, chosen);
  const text = body && [...body.querySelectorAll("p")].map((line) => line.textContent).join("\n");
  const points = range && [...text];
  let start = range && positionIn(body, range.startContainer, range.startOffset);
  let end = range && positionIn(body, range.endContainer, range.endOffset);
  while (range && start < end && /\s/u.test(points[start])) start++;
  while (range && end > start && /\s/u.test(points[end - 1])) end--;
  if (!range || end <= start || end - start > 2000) {
    link.hidden = true;
    told.textContent = "";
    return;
  }
  const address = new window.URL(body.dataset.annotate, location.href);
  address.searchParams.set("start", start);
  address.searchParams.set("end", end);
  link.href = address.pathname + address.search;
  link.textContent = body.dataset.offer;
  const place = range.getBoundingClientRect();
  const above = place.bottom + 60 > window.innerHeight;
  link.style.insetBlockStart = `${window.scrollY + (above ? place.top - 50 : place.bottom + 8)}px`;
  link.style.insetInlineStart = `${Math.max(8, Math.min(place.left, window.innerWidth - 240))}px`;
  link.hidden = false;
  told.textContent = link.textContent;
}

// A finger drags the ends of a selection for a while: the offer waits until they rest.
let resting = 0;
document.addEventListener("selectionchange", () => {
  clearTimeout(resting);
  resting = setTimeout(offer, 150);
});
document.addEventListener("keydown", (event) => {
  const leads = event.key === "Tab" && !event.shiftKey && !link.hidden && document.activeElement !== link;
  if (!leads || bodyOf(getSelection()?.anchorNode) === null) return;
  event.preventDefault();
  link.focus();
});
// On a press the selection would be gone before the click.
link.addEventListener("mousedown", (event) => event.preventDefault());

// On the page of the form, what is selected in the readable field becomes the quotation.
const source = document.querySelector("[data-passage-source]");
const quote = document.querySelector("[name=quote]");
const start = document.querySelector("[name=start]");
if (source && quote) {
  // In a field that is read-only the arrow keys of some browsers move no caret: it is made writable, and writes nothing.
  source.readOnly = false;
  source.setAttribute("aria-readonly", "true");
  source.addEventListener("beforeinput", (event) => event.preventDefault());
  source.addEventListener("select", () => {
    const chosen = source.value.slice(source.selectionStart, source.selectionEnd);
    if (!chosen.trim()) return;
    const lead = chosen.length - chosen.trimStart().length;
    quote.value = chosen.trim();
    start.value = codePoints(source.value.slice(0, source.selectionStart + lead));
  });
}
if (quote && start)
  quote.addEventListener("input", () => {
    start.value = "";
  });
