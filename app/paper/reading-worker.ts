import { parentPort, workerData } from "node:worker_threads";
import { readWritten } from "./read-written.server.ts";

// Reads a letter for a server that has others to answer.
const { name, bytes, origin } = workerData as { name: string; bytes: Uint8Array; origin: string };
parentPort?.postMessage(await readWritten(name, bytes, origin));
