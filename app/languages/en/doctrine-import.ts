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

  "doctrineImport.title": "Import an official text",
  "doctrineImport.lead":
    "The file is read first, and you see what it would do to the text. Nothing is imported before you say so.",
  "doctrineImport.discarded": "The file was discarded. Nothing was imported.",
  "doctrineImport.file": "File",
  "doctrineImport.file.hint":
    "Markdown, plain text, YAML, JSON, HTML, DOCX or Akoma Ntoso, 10 MB at most. After an error choose it again.",
  "doctrineImport.file.missing": "Choose a file.",
  "doctrineImport.file.tooLarge": "The file is larger than 10 MB.",
  "doctrineImport.file.empty":
    "No provision was found in the file: lines such as “Chapter II”, “Article 5” or “Rule 9” begin one.",
  "doctrineImport.slug": "Address",
  "doctrineImport.slug.hint":
    "Lower-case words joined by hyphens, such as cloud-doctrine. The address of a text that is there adds a revision to it.",
  "doctrineImport.slug.wrong": "Enter lower-case words joined by hyphens, such as cloud-doctrine.",
  "doctrineImport.revision": "State of",
  "doctrineImport.revision.hint": "The day of which this is the text. Revisions are added the oldest first.",
  "doctrineImport.revision.wrong": "Enter the day of which this is the text.",
  "doctrineImport.name": "Title",
  "doctrineImport.name.hint": "If it is empty: as the file says.",
  "doctrineImport.title.missing":
    "The file does not say its title, or one of more than 300 characters. Enter it.",
  "doctrineImport.language": "Language",
  "doctrineImport.language.file": "As the file says",
  "doctrineImport.language.en": "English",
  "doctrineImport.language.fr": "French",
  "doctrineImport.source": "Where the official text stands",
  "doctrineImport.source.hint": "Its address on the web. If it is empty: as the file says.",
  "doctrineImport.source.wrong": "Enter an address such as https://example.org/text.",
  "doctrineImport.read": "Read the file",
  "doctrineImport.kept": "Read, but not imported",
  "doctrineImport.line": "Line {{line}}:",

  "doctrineImport.preview.title": "Before the text is imported",
  "doctrineImport.open": "Open the text",
  "doctrineImport.outline": "What was found",
  "doctrineImport.outline.show": "The outline",
  "doctrineImport.changes": "What the import would change",
  "doctrineImport.comparedWith": "Compared with the text of",
  "doctrineImport.begins": "There is no text at this address: it begins with this revision.",
  "doctrineImport.questions_one": "One pair is uncertain",
  "doctrineImport.questions_other": "{{number}} pairs are uncertain",
  "doctrineImport.questions.lead":
    "Comments, citations and answers follow a provision from revision to revision. Say whether these two are one provision.",
  "doctrineImport.question": "{{old}} before, {{new}} now",
  "doctrineImport.likeness": "{{percent}} % of their words are the same.",
  "doctrineImport.old": "Before:",
  "doctrineImport.new": "Now:",
  "doctrineImport.answer.same": "They are one provision",
  "doctrineImport.answer.different": "They are two provisions",
  "doctrineImport.answer.missing": "Say whether they are one provision.",
  "doctrineImport.answer.conflict": "Two of your answers make one provision of three. Look at them again.",
  "doctrineImport.import": "Import this revision",
  "doctrineImport.discard": "Discard the file",
  "doctrineImport.problems.none": "Every line was understood.",
  "doctrineImport.problems_one": "One line was not understood",
  "doctrineImport.problems_other": "{{number}} lines were not understood",
  "doctrineImport.more_one": "and one more",
  "doctrineImport.more_other": "and {{number}} more",
  "doctrineImport.count.kept_one": "{{number}} kept",
  "doctrineImport.count.kept_other": "{{number}} kept",
  "doctrineImport.count.changed_one": "{{number}} changed",
  "doctrineImport.count.changed_other": "{{number}} changed",
  "doctrineImport.count.moved_one": "{{number}} moved or renumbered, with the same text",
  "doctrineImport.count.moved_other": "{{number}} moved or renumbered, with the same text",
  "doctrineImport.count.new_one": "{{number}} new",
  "doctrineImport.count.new_other": "{{number}} new",
  "doctrineImport.count.repealed_one": "{{number}} repealed",
  "doctrineImport.count.repealed_other": "{{number}} repealed",
  "publicLog.revision-imported_one": "The state of {{subject}} was imported: one provision.",
  "publicLog.revision-imported_other": "The state of {{subject}} was imported: {{number}} provisions.",
  "doctrineImport.kind.part_one": "{{number}} part",
  "doctrineImport.kind.part_other": "{{number}} parts",
  "doctrineImport.kind.book_one": "{{number}} book",
  "doctrineImport.kind.book_other": "{{number}} books",
  "doctrineImport.kind.title_one": "{{number}} title",
  "doctrineImport.kind.title_other": "{{number}} titles",
  "doctrineImport.kind.chapter_one": "{{number}} chapter",
  "doctrineImport.kind.chapter_other": "{{number}} chapters",
  "doctrineImport.kind.section_one": "{{number}} section",
  "doctrineImport.kind.section_other": "{{number}} sections",
  "doctrineImport.kind.subsection_one": "{{number}} subsection",
  "doctrineImport.kind.subsection_other": "{{number}} subsections",
  "doctrineImport.kind.paragraph_one": "{{number}} paragraph",
  "doctrineImport.kind.paragraph_other": "{{number}} paragraphs",
  "doctrineImport.kind.article_one": "{{number}} article",
  "doctrineImport.kind.article_other": "{{number}} articles",
  "doctrineImport.kind.rule_one": "{{number}} rule",
  "doctrineImport.kind.rule_other": "{{number}} rules",
  "doctrineImport.kind.requirement_one": "{{number}} requirement",
  "doctrineImport.kind.requirement_other": "{{number}} requirements",
  "doctrineImport.kind.annex_one": "{{number}} annex",
  "doctrineImport.kind.annex_other": "{{number}} annexes",
  "doctrineImport.kind.item_one": "{{number}} item",
  "doctrineImport.kind.item_other": "{{number}} items",
  "doctrineImport.kind.heading_one": "{{number}} heading",
  "doctrineImport.kind.heading_other": "{{number}} headings",
};
