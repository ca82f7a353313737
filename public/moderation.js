// J and K lead from case to case while the focus is in the list (WCAG 2.1.4: only then); Enter opens, for they are links.
// The first case takes the focus, so that the keys work at once; whoever came to a place on the page keeps it.
const cases = [...document.querySelectorAll("[data-case]")];
if (!location.hash && document.activeElement === document.body) cases[0]?.focus({ preventScroll: true });
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { j: 1, k: -1 }[event.key.toLowerCase()];
  if (!step || !event.target.closest?.("[data-cases]")) return;
  const next = cases[cases.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest" });
});
