import type { ICharacterStyleOptions, IParagraphStyleOptions } from "docx";

const heading = (id: string, name: string, size: number, italics = false): IParagraphStyleOptions => ({
  ...{ id, name, basedOn: "Normal", next: "Normal", quickFormat: true },
  run: { size, bold: !italics, italics },
  paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
});

/** The styles of a letter in Word, by the names that the import knows. */
export const paragraphStyles: IParagraphStyleOptions[] = [
  { id: "Normal", name: "Normal", quickFormat: true, paragraph: { spacing: { after: 140, line: 300 } } },
  { ...heading("Title", "Title", 44), paragraph: { spacing: { after: 360 } } },
  heading("Heading2", "heading 2", 30),
  heading("Heading3", "heading 3", 25),
  heading("Heading4", "heading 4", 22, true),
  {
    ...{ id: "Quote", name: "Quote", basedOn: "Normal", quickFormat: true },
    run: { italics: true },
    paragraph: { indent: { left: 500 } },
  },
  {
    ...{ id: "SourceCode", name: "Source Code", basedOn: "Normal" },
    run: { font: "Consolas", size: 19 },
    paragraph: { indent: { left: 300 }, spacing: { after: 0 } },
  },
  {
    ...{ id: "Rule", name: "Rule", basedOn: "Normal" },
    paragraph: { alignment: "center", spacing: { before: 200, after: 200 } },
  },
];

export const characterStyles: ICharacterStyleOptions[] = [
  { id: "SourceText", name: "Source Text", run: { font: "Consolas", size: 20 } },
  { id: "Hyperlink", name: "Hyperlink", run: { color: "1D3F72", underline: {} } },
];
