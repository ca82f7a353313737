/** Search over letters, comments and signatories. */
export const search = {
  "search.title": "Search",
  "search.label": "Search letters, comments and signatories",
  "search.hint": "Accents do not matter. Put a phrase between “quotation marks” to find it word for word.",
  "search.button": "Search",
  "search.kinds": "What to search",
  "search.kind.all": "Everything",
  "search.kind.letters": "Letters",
  "search.kind.comments": "Comments",
  "search.kind.signatories": "Signatories",
  "search.all.letters": "All letters that match",
  "search.all.comments": "All comments that match",
  "search.all.signatories": "All signatories who match",
  "search.nothing": "Nothing matches “{{typed}}”. Fewer words find more.",
  "search.end": "There is nothing more.",
  "search.noWord": "Type at least one word.",
} as const;
