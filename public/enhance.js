// What plain documents gain from a script; every page works without it. Nothing is changed before it is used,
// except controls that only make sense with a script, which are shown here.

const one = (selector, within = document) => within.querySelector(selector);

// Copying the address of a letter.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText(field.value);
    const words = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => (button.textContent = words), 2000);
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// How many characters are left in a field with a limit.
for (const area of document.querySelectorAll("textarea[data-count][maxlength]")) {
  const left = document.createElement("p");
  left.className = "field-count";
  left.setAttribute("aria-hidden", "true");
  const show = () => (left.textContent = `${area.value.length} / ${area.maxLength}`);
  area.addEventListener("input", () => {
    if (!left.isConnected) area.after(left);
    show();
  });
}

// A passage that hangs below its citation goes away by Escape, until the pointer or the focus comes anew.
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const citation of document.querySelectorAll(".citation:is(:hover, :focus-within)")) {
    citation.classList.add("is-closed");
    const open = () => citation.classList.remove("is-closed");
    citation.addEventListener("pointerleave", open, { once: true });
    citation.addEventListener("focusout", open, { once: true });
  }
});

// A double click sends a form once. The button stays enabled: a disabled one would lose its value and its focus.
addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-once]")) return;
  if (form.dataset.sent) event.preventDefault();
  else form.dataset.sent = "true";
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// A comment that was begun is kept in this browser until it is posted: posting leads to a page of its own, and
// only there is the copy removed, so a failed post loses nothing.
const storage = (work) => {
  try {
    return work(localStorage);
  } catch {
    return null;
  }
};
const posted = storage(() => sessionStorage.getItem("tribune-posting"));
if (posted && one(".comment-highlighted")) storage((kept) => kept.removeItem(posted));
storage(() => sessionStorage.removeItem("tribune-posting"));
/** Keeps what is typed into a comment's form, and gives back what was kept for it. */
export function keepDraft(form) {
  const key = `tribune-comment:${form.dataset.keep}`;
  const area = one("textarea", form);
  const kept = storage((store) => store.getItem(key));
  if (kept && area.value === "") {
    area.value = kept;
    const around = form.closest("details");
    if (around) around.open = true;
  }
  area.addEventListener("input", () =>
    storage((store) => (area.value ? store.setItem(key, area.value) : store.removeItem(key))),
  );
  form.addEventListener("submit", () => storage(() => sessionStorage.setItem("tribune-posting", key)));
}
document.querySelectorAll("form[data-keep]").forEach(keepDraft);

// The letter's page is the same for everybody. That one has signed is known to this browser alone: the page behind
// the mail's link says so, and the letter's page then shows it.
const receipt = one("[data-signed-letter]");
if (receipt) {
  const key = `tribune-signed:${receipt.dataset.signedLetter}`;
  const { signedVersion } = receipt.dataset;
  storage((store) => (signedVersion ? store.setItem(key, signedVersion) : store.removeItem(key)));
}
const told = one("[data-signed]");
if (told && storage((store) => store.getItem(`tribune-signed:${told.dataset.signed}`))) told.hidden = false;

// Browsers do that work on pages they trust alone (https, or this machine).
const effort = one("[data-effort]");
if (effort && isSecureContext) import("/prove-effort.js").then(({ proveEffort }) => proveEffort(effort));
