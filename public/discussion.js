// What a discussion gains from a script; every page of it works without. Words come from the page.
import { keepDraft } from "/enhance.js";
import { suggestNames } from "/suggest-names.js";

const place = document.querySelector("[data-thread]");
const { dataset: words } = place;
const path = words.thread;
const status = place.querySelector("[role=status]");
const articles = () => [...document.querySelectorAll("article.comment")];
const idOf = (article) => Number(article.id.replace("comment-", ""));
const newKey = () => {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Without https there is no randomUUID: the same by hand (RFC 9562, version 4).
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
};
const stored = (work) => {
  try {
    return work(localStorage);
  } catch {
    return null;
  }
};

// A comment that a link leads to is not hidden in a folded branch.
function unfoldTarget() {
  const target = location.hash.startsWith("#comment-") && document.getElementById(location.hash.slice(1));
  if (!target) return;
  for (let up = target.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
  target.scrollIntoView();
}
addEventListener("hashchange", unfoldTarget);
unfoldTarget();

// J and K lead from comment to comment while the focus is among them (WCAG 2.1.4: only then).
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { j: 1, k: -1 }[event.key.toLowerCase()];
  const here = event.target.closest?.(".thread, article.comment");
  if (!step || !here || event.target.matches("input, textarea, select")) return;
  const shown = articles().filter((article) => article.offsetParent !== null);
  const at = shown.indexOf(event.target.closest("article.comment"));
  const next = shown[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest" });
});
if (document.querySelector(".thread")) {
  const hint = document.createElement("p");
  hint.className = "thread-keys quiet";
  hint.textContent = words.keys;
  place.append(hint);
}

// A reply is written where it will stand.
const template = document.getElementById("reply-template");

function openReply(article, quotation) {
  const id = idOf(article);
  let form = article.querySelector(".comment-form");
  if (!form) {
    form = template.content.firstElementChild.cloneNode(true);
    form.querySelector("[name=parent]").value = id;
    form.querySelector("[name=key]").value = newKey();
    form.dataset.keep = form.dataset.keep.replace(/#.*/, `#${id}`);
    for (const part of form.querySelectorAll("[id], [for], [aria-describedby]"))
      for (const name of ["id", "for", "aria-describedby"])
        if (part.hasAttribute(name))
          part.setAttribute(name, part.getAttribute(name).replaceAll("reply-0-", `reply-${id}-`));
    article.append(form);
    keepDraft(form);
    suggestNames(form.querySelector("textarea"), words.named);
  }
  const area = form.querySelector("textarea");
  if (quotation) {
    area.value = `${area.value.trimEnd()}${area.value.trim() ? "\n\n" : ""}${quotation}`;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  area.focus();
}

/** What is selected in a comment, else all of it, as a quotation in Markdown. */
function quotationOf(article) {
  const body = article.querySelector(".comment-body");
  const selection = getSelection();
  const chosen =
    selection.rangeCount > 0 && body.contains(selection.anchorNode) && body.contains(selection.focusNode)
      ? selection.toString()
      : "";
  const text = (chosen.trim() || body.innerText).trim().replace(/\n{2,}/g, "\n\n");
  return `${text
    .split("\n")
    .map((line) => (line ? `> ${line}` : ">"))
    .join("\n")}\n\n`;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-reply], a[data-quote]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const article = link.closest("article.comment");
  // The comment that a page is about has its form below it already.
  const below = article.classList.contains("comment-highlighted") && document.querySelector("#reply");
  if (!below && !template) return;
  event.preventDefault();
  if (below) {
    below.open = true;
    const area = below.querySelector("textarea");
    if (link.dataset.quote) area.value = `${area.value.trimEnd()}\n\n${quotationOf(article)}`.trimStart();
    area.focus();
  } else openReply(article, link.dataset.quote ? quotationOf(article) : "");
});

// A vote stays where it is given. When anything goes wrong the form is sent as it is, and its page tells.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  const button = event.submitter;
  if (!form.matches("[data-vote]") || !button) return;
  event.preventDefault();
  if (form.dataset.busy) return;
  form.dataset.busy = "true";
  const vote = button.value;
  const answer = await fetch(form.dataset.vote, {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams({ vote }),
  })
    .then((response) => (response.ok ? response.json() : null))
    .catch(() => null);
  delete form.dataset.busy;
  if (!answer) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: "vote", value: vote });
    form.append(field);
    form.submit();
    return;
  }
  for (const side of form.querySelectorAll("[data-side]")) {
    const pressed = answer.vote === side.dataset.side;
    side.setAttribute("aria-pressed", String(pressed));
    side.value = pressed ? "none" : side.dataset.side;
    const count = new Intl.NumberFormat(document.documentElement.lang).format(answer[side.dataset.side]);
    side.querySelector(".vote-count").textContent = count;
  }
});

for (const area of document.querySelectorAll(".comment-form textarea")) suggestNames(area, words.named);

// What came since the last visit is marked; what was read before can be folded away.
const seenKey = `tribune-seen:${path}`;
const seen = Number(stored((store) => store.getItem(seenKey)) ?? 0);
stored((store) => store.setItem(seenKey, String(Math.max(seen, Number(words.last)))));
const isFresh = (article) => idOf(article) > seen;

if (seen > 0) {
  for (const article of articles().filter(isFresh)) {
    const mark = document.createElement("span");
    mark.className = "comment-fresh";
    mark.textContent = words.fresh;
    article.querySelector(".comment-head").append(mark);
  }
  const read = [...document.querySelectorAll(".thread > .branch")].filter(
    (branch) => ![...branch.querySelectorAll("article.comment")].some(isFresh),
  );
  if (read.length > 0) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link-button";
    button.textContent = words.fold;
    button.addEventListener("click", () => {
      const folding = button.textContent === words.fold;
      for (const branch of read) branch.classList.toggle("branch-folded", folding);
      button.textContent = folding ? words.unfold : words.fold;
    });
    place.append(button);
  }
}

// New comments are told, and shown only when asked for: nothing moves under the reader's eyes.
let last = Number(words.last);
const fresh = new Set();
const plural = new Intl.PluralRules(document.documentElement.lang);

function tell({ id, parentId }) {
  // Two that are posted at the same moment may be told in either order.
  if (id <= Number(words.last) || fresh.has(id)) return;
  fresh.add(id);
  last = Math.max(last, id);
  const count = fresh.size;
  const shown = new Intl.NumberFormat(document.documentElement.lang).format(count);
  const link = document.createElement("a");
  // The parameter says nothing: a page that is a second old would not show what was just told.
  link.href = `${path}?last=${id}`;
  link.textContent = words.show;
  const phrase = plural.select(count) === "one" ? words.one : words.other;
  status.replaceChildren(`${phrase.replace("{n}", shown)} · `, link);
  const answered = document.getElementById(`comment-${parentId}`)?.querySelector(".comment-head");
  if (!answered) return;
  const here = answered.querySelector(".comment-news") ?? document.createElement("a");
  here.className = "comment-news";
  here.href = `${path}/${parentId}?sort=newest`;
  const replies = Number(here.dataset.count ?? 0) + 1;
  here.dataset.count = String(replies);
  here.textContent = (plural.select(replies) === "one" ? words.one : words.other).replace("{n}", replies);
  answered.append(here);
}

let events;
function follow() {
  if (events || document.hidden) return;
  events = new EventSource(`${path}/events?after=${last}`);
  events.addEventListener("message", (event) => tell(JSON.parse(event.data)));
}
// A page in the background needs no connection; it asks for what it missed when it is looked at again.
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) return follow();
  events?.close();
  events = undefined;
});
follow();
