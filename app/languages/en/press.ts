/** A letter for who writes about it. */
export const press = {
  "press.title": "For the press",
  "press.link": "For the press",
  "press.lead": "What can be quoted of this letter, as it stands on",
  "press.facts": "In short",
  "press.published": "Published on",
  "press.from": "Written by",
  "press.to": "Addressed to",
  "press.closes": "Can be signed until",
  "press.state": "State",
  "press.state.open": "Open for signatures",
  "press.figures": "Figures",
  "press.confirmed": "Signatures, each confirmed by mail",
  "press.version": "Of them on the present text (version {{version}})",
  "press.organisations": "Of them by organisations, each by a proved mandate",
  "press.imported": "Taken over from elsewhere, unverified, counted apart",
  "press.countries": "Countries of the organisations",
  "press.figures.note":
    "A person who signs says which organisation they belong to; nobody has checked that. Organisations are counted when their mandate is proved.",
  "press.cite": "How to cite it",
  "press.cite.line":
    "{{author}}, “{{title}}”, open letter, Tribune, version {{version}} of {{day}}, {{url}} (SHA-256 {{sha256}})",
  "press.statements": "Statements",
  "press.statements.text":
    "These signatories permit the press to quote their words as they stand here, under their name. The others wrote for the letter’s public list: ask them first.",
  "press.statements.newest":
    "These signatories, the newest of those who permit it, may be quoted by the press: their words as they stand here, under their name. Ask the others first.",
  "press.statements.none":
    "No signatory permits the press to quote them so far. What stands on the letter’s public list was written for that list: ask first.",
  "press.statements.link": "Signatures with a statement",
  "press.history": "What happened",
  "press.files": "Files",
  "press.files.pdf": "The letter as PDF, with its signatories",
  "press.files.json": "Everything public about it, as JSON",
  "press.files.csv": "Signatures as CSV",
  "press.files.card": "Picture, 1200 × 630 pixels (PNG)",
  "press.files.badge": "Count of signatures (SVG)",
  "press.files.logo": "Logo of {{name}}",
  "press.contact": "Whom to ask",
  "press.contact.organisation": "The author’s page, with its own site:",
  "press.contact.host":
    "The author gave no public page. The host of this site passes questions on; no personal addresses are given out.",
};
