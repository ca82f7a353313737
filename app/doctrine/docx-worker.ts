import { parentPort, workerData } from "node:worker_threads";
import mammoth from "mammoth";

// Turns a Word document into HTML: its styles of headings become headings, its pictures nothing.
const { value } = await mammoth.convertToHtml(
  { buffer: Buffer.from(workerData as Uint8Array) },
  { externalFileAccess: false, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })) },
);
parentPort?.postMessage(value);
