// What a doctrine text gains from a script; every page of it works without.

const place = document.querySelector("[data-doctrine-text]");
const contents = document.querySelector("[data-contents]");
const decoded = (hash) => {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
};

// The contents stand open where there is room beside the text, also in browsers whose styles cannot do that.
const folded = contents.closest("details");
if (matchMedia("(min-width: 64rem)").matches) folded.open = true;
else
  contents.addEventListener("click", (event) => {
    if (event.target.closest("a[href^='#']")) folded.open = false;
  });

// A link to a provision of a part that is not here asks for that part.
function findTarget() {
  const name = location.hash.length > 1 ? decoded(location.hash) : "";
  if (!name || document.getElementById(name)) return;
  const address = new URL(location.href);
  if (address.searchParams.get("part") === name) return;
  address.searchParams.set("part", name);
  address.searchParams.delete("search");
  location.replace(address);
}
addEventListener("hashchange", findTarget);
findTarget();

// The contents tell where one reads: what stands just below the upper edge, where a link to it would put it.
const seen = new Set();
const lines = () =>
  new Map([...contents.querySelectorAll("a[data-at]")].map((link) => [link.dataset.at, link]));
let links = lines();
let current = null;
function follow() {
  let line = null;
  for (const provision of seen) {
    const link = links.get(provision.id);
    if (link && (!line || line.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_PRECEDING)) line = link;
  }
  if (!line || line === current) return;
  current?.removeAttribute("aria-current");
  current = line;
  current.setAttribute("aria-current", "location");
  // Only the list is scrolled, never the page under the reader.
  const list = [folded, contents].find((box) => box.scrollHeight > box.clientHeight + 1);
  if (!list) return;
  const [box, at] = [list.getBoundingClientRect(), current.getBoundingClientRect()];
  if (at.top < box.top || at.bottom > box.bottom) list.scrollTop += at.top - box.top - box.height / 3;
}
const reading = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) seen[isIntersecting ? "add" : "delete"](target);
    follow();
  },
  { rootMargin: "-5% 0px -92% 0px" },
);
for (const provision of place.querySelectorAll(".provision")) reading.observe(provision);

// The next part comes when the reader is near the end of this one.
const near = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) void append(target);
  },
  { rootMargin: "0px 0px 1500px 0px" },
);
async function append(way) {
  near.unobserve(way);
  const answer = await fetch(way.querySelector("a").href).catch(() => null);
  if (!answer?.ok || !way.isConnected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const part = page.querySelector("[data-text-part]");
  if (!part) return;
  part.querySelector(".part-before")?.remove();
  way.remove();
  place.append(part);
  // Its own lines of the contents are longer than those that stood for it.
  const key = CSS.escape(part.dataset.textPart);
  const line = page.querySelector(`[data-contents] [data-part="${key}"]`);
  contents.querySelector(`[data-part="${key}"]`)?.replaceWith(line ?? "");
  links = lines();
  for (const provision of part.querySelectorAll(".provision")) reading.observe(provision);
  watch();
}
function watch() {
  const way = place.querySelector(".part-after");
  if (way) near.observe(way);
}
watch();
