import { SaxesParser } from "saxes";

export type XmlElement = { name: string; text: string; attributes: Record<string, string> };

/** The elements of a document with the text in each, in the order of their ends. Throws when it is not well-formed. */
export function elementsOf(xml: string): XmlElement[] {
  const found: XmlElement[] = [];
  const open: XmlElement[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (fault) => {
    throw fault;
  });
  parser.on("opentag", ({ local, attributes }) => {
    const values = Object.values(attributes).map(({ name, value }) => [name, value]);
    open.push({ name: local, text: "", attributes: Object.fromEntries(values) as Record<string, string> });
  });
  const add = (piece: string) => {
    const last = open.at(-1);
    if (last) last.text += piece;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => {
    const last = open.pop();
    if (last) found.push(last);
  });
  parser.write(xml);
  parser.close();
  return found;
}

/** The texts of the elements of one name. */
export const textsIn = (elements: XmlElement[], name: string): string[] =>
  elements.flatMap((element) => (element.name === name ? [element.text] : []));
