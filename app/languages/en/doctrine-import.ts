/** Importing an official text: the command and the administrators' pages. */
export const doctrineImport = {
  "doctrineImport.problem.outside": "This text stands under no provision and is left out.",
  "doctrineImport.problem.taken-as-text":
    "This line reads like a heading, but stands in the text of a provision and was taken as part of it.",
  "doctrineImport.problem.title-too-long": "This title is too long for one and was taken as text.",
  "doctrineImport.problem.number-too-long": "This number is longer than 80 characters and was cut.",
  "doctrineImport.problem.no-parent":
    "What this item names as its parent is not there; it stands at the top.",
  "doctrineImport.problem.no-item":
    "This entry has neither a reference nor a title nor a text and is left out.",
  "doctrineImport.problem.twice":
    "Another item has this identifier already; what names it as parent stands below the first.",
  "doctrineImport.problem.not-read": "This is not read.",
  "doctrineImport.problem.front-matter": "The front matter is not YAML and was not used.",

  "doctrineImport.unreadable.not-text": "The file is no text that Tribune can read.",
  "doctrineImport.unreadable.not-well-formed": "The file is not well formed.",
  "doctrineImport.unreadable.wrong-format":
    "The file is in a format that Tribune does not read, or not what its name says. Markdown, plain text, YAML, JSON, HTML, DOCX and Akoma Ntoso are read.",
  "doctrineImport.unreadable.too-deep": "Provisions stand more than 20 levels below one another.",
  "doctrineImport.unreadable.too-large": "The file is too large: 10 MB and 30,000 provisions are possible.",

  "doctrineImport.why.stands-elsewhere":
    "They have the same number, but the old or the new text stands under another number too.",
  "doctrineImport.why.hardly-alike":
    "They have the same number, but the texts have hardly anything in common.",
  "doctrineImport.why.much-alike": "They have different numbers, but the texts are much alike.",

  "doctrineImport.outcome.unchanged":
    "This revision is there already, with the same content. Nothing was changed.",
  "doctrineImport.outcome.revision-exists":
    "There is a revision of this date already, with other content, and a revision does not change. Nothing was imported.",
  "doctrineImport.outcome.older-than-newest":
    "The text has a newer revision, of {{newest}}. Revisions are added the oldest first. Nothing was imported.",
  "doctrineImport.outcome.other-language":
    "The text is there in another language ({{language}}). Nothing was imported.",
  "doctrineImport.outcome.unknown-answers":
    "These pairs are not there, or one of the two is in another pair: {{pairs}}. Nothing was imported.",
  "doctrineImport.outcome.empty": "No provision was found in the file. Nothing was imported.",
  "doctrineImport.outcome.too-deep":
    "Provisions stand more than 20 levels below one another. Nothing was imported.",
  "doctrineImport.outcome.too-large": "There are more than {{most}} provisions. Nothing was imported.",
  "doctrineImport.outcome.changed-meanwhile":
    "Another revision was added meanwhile. Look at the comparison again, then import.",
};
