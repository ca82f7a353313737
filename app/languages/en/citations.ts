/** Citations of provisions in letters: finding one while writing, and what a reader sees of it. */
export const citations = {
  "citation.wrong":
    "A citation is not complete. It is written [article L100-1](doctrine:TEXT/PROVISION?revision=2023-05-14): the text and the provision as in their address, and the day of the revision you read.",
  "citation.many":
    "This text cites provisions more than 300 times. A letter can hold 300 citations: write the others as plain words.",
  "citation.asOf": "as of",
  "citation.changed": "changed since",
  "citation.repealed": "no longer in the text",
  "citation.unknown": "is not to be found",
  "citation.show": "Read {{label}}",
  "citation.list": "Provisions cited",
  "citation.cites_one": "Cites {{number}} provision of",
  "citation.cites_other": "Cites {{number}} provisions of",
  "citation.missing": "These citations lead to no provision of a doctrine text:",
  "editor.citation": "Cite a provision",
  "editor.citation.find": "Number or words of the provision",
  "editor.citation.hint": "“L100-1”, “rule 9”, or words that it says.",
  "editor.citation.found_one": "{{count}} provision found",
  "editor.citation.found_other": "{{count}} provisions found",
  "editor.citation.none": "No provision found.",
  "editor.citation.failed": "The provisions could not be searched. Try again in a moment.",
} as const;
