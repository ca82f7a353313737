import { weighZip } from "#app/doctrine/weigh-zip.ts";
import type { Losses } from "./loss.ts";

const parts = /^word\/(?:document|comments|header\d*|footer\d*)\.xml$/;

/** What stands in a Word document beside the text that is read from it: remarks, deletions, formulas, heads and feet of pages. */
export function tellOfWord(bytes: Uint8Array, losses: Losses): void {
  weighZip(bytes, parts, (name, part) => {
    const xml = part.toString("utf8");
    const count = (element: string) => xml.match(new RegExp(`<${element}[\\s>]`, "g"))?.length ?? 0;
    if (name.endsWith("comments.xml")) losses.add("comments", "", count("w:comment"));
    else if (name.endsWith("document.xml")) {
      losses.add("deletions", "", count("w:del"));
      losses.add("equations", "", count("m:oMath"));
    } else {
      const words = xml
        .replace(/<w:p[\s>]/g, " $&")
        .replace(/<[^<>]*>/g, "")
        .trim();
      if (words !== "") losses.add("margins", words);
    }
  });
}
