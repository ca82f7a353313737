// The sign form's proof that somebody's browser worked for it. The work begins when the form is first touched, runs
// beside the page, and is over before anybody has typed their name. Who sends sooner waits for it, five seconds at
// most; without a proof the form goes the slow way, which asks for a little patience.
const patience = 5000;

/** @param field the form's [data-effort], which names the widget's and the worker's addresses */
export function proveEffort(field) {
  const form = field.closest("form");
  const status = field.querySelector("[role=status]");
  let widget;
  let proving;
  let proved = false;
  let goes = false;

  const forget = () => {
    proving = undefined;
    proved = false;
  };
  const load = async () => {
    await import(field.dataset.widget);
    globalThis.$altcha.algorithms.set("PBKDF2/SHA-256", () => new Worker(field.dataset.worker));
    widget = document.createElement("altcha-widget");
    widget.hidden = true;
    widget.setAttribute("name", "proof");
    widget.setAttribute("challenge", "/challenge");
    widget.setAttribute("workers", "2");
    widget.setAttribute("configuration", '{"minDuration":0,"humanInteractionSignature":false}');
    widget.addEventListener("expired", forget);
    const ready = new Promise((resolve) => widget.addEventListener("load", resolve, { once: true }));
    field.append(widget);
    await ready;
  };
  const prove = () =>
    (proving ??= (widget ? Promise.resolve() : load())
      .then(() => widget.verify())
      .catch(() => null)
      .then((proof) => {
        // Tried again at the next touch, and not over and over.
        if (proof) proved = true;
        else proving = undefined;
      }));

  form.addEventListener("focusin", prove);
  form.addEventListener("submit", async (event) => {
    if (proved || goes) return;
    event.preventDefault();
    event.stopPropagation();
    if (form.ariaBusy === "true") return;
    form.ariaBusy = "true";
    // Not said of a moment that nobody notices.
    const telling = setTimeout(() => (status.textContent = status.dataset.waiting), 300);
    await Promise.race([prove(), new Promise((resolve) => setTimeout(resolve, patience))]);
    clearTimeout(telling);
    // Browsers ignore a form that is sent while it is being sent: not before this event is over.
    await new Promise((resolve) => setTimeout(resolve, 0));
    form.ariaBusy = null;
    goes = true;
    form.requestSubmit(event.submitter);
    goes = false;
  });
  // Back from the page that the form led to: its proof is spent.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    widget?.reset();
    forget();
  });
}
