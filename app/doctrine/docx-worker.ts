import { parentPort, workerData } from "node:worker_threads";
import mammoth from "mammoth";

/** Styles that say what a paragraph is, and looks that a letter may not be able to hold. */
const allStyles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Source Code'] => pre:separator('\n')",
  "r[style-name='Source Text'] => code",
  "p[style-name='Rule'] => div.rule:fresh",
  "u => u",
];

// Turns a Word document into HTML: its styles of headings become headings; pictures nothing, unless they are wanted.
const { bytes, wanted } = workerData as { bytes: Uint8Array; wanted: "words" | "all" };
const withoutPictures = mammoth.images.imgElement(() => Promise.resolve({ src: "" }));
const { value } = await mammoth.convertToHtml(
  { buffer: Buffer.from(bytes) },
  {
    externalFileAccess: false,
    ...(wanted === "all" ? { styleMap: allStyles } : { convertImage: withoutPictures }),
  },
);
parentPort?.postMessage(value);
