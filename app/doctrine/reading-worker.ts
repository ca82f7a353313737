import { parentPort, workerData } from "node:worker_threads";
import { readTextFile } from "./read-text-file.server.ts";

// Reads a file for a server that has others to answer.
const { name, bytes } = workerData as { name: string; bytes: Uint8Array };
parentPort?.postMessage(await readTextFile(name, bytes));
