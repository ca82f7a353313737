import { parentPort, workerData } from "node:worker_threads";
import type { LetterPaper } from "./letter-paper.ts";
import { setLetter } from "./set-letter.ts";

// Sets a letter for a server that has others to answer: thousands of names take seconds.
parentPort?.postMessage(await setLetter(workerData as LetterPaper));
