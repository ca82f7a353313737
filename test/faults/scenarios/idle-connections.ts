import { readFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { expect, type Scenario } from "../scenario.ts";
import { othersWait, resident } from "./slow-client.ts";

const wanted = 10_000;

/** Files a process may have open; 1024 where the system does not tell. */
async function openFiles(pid: number | "self"): Promise<number> {
  const limits = await readFile(`/proc/${pid}/limits`, "utf8").catch(() => "");
  return Number(/Max open files\s+(\d+)/.exec(limits)?.[1] ?? 1024);
}

export const idleConnections: Scenario = {
  name: "10,000 idle connections",
  async run(installation) {
    const { hostname, port } = new URL(installation.url);
    const limit = Math.min(await openFiles("self"), await openFiles(installation.pid()));
    const many = Math.min(wanted, limit - 300);
    const before = await resident(installation.pid());
    const idle: Socket[] = [];
    let cut = 0;
    try {
      while (idle.length < many) {
        // No more at once than the queue of a listening socket takes.
        const more = Array.from(
          { length: Math.min(250, many - idle.length) },
          () =>
            new Promise<Socket>((resolve, reject) => {
              const socket = connect(Number(port), hostname, () => resolve(socket));
              socket.on("error", reject).on("close", () => cut++);
            }),
        );
        idle.push(...(await Promise.all(more)));
      }
      const longest = await othersWait(installation);
      expect(cut === 0, `${cut} of ${idle.length} were cut`);
      const grown = Math.round((await resident(installation.pid())) - before);
      const why = many < wanted ? ` (the limit of open files is ${limit})` : "";
      return `${many} stood${why}, memory grew by ${grown} MB, others waited ${longest} ms at most`;
    } finally {
      for (const socket of idle) socket.removeAllListeners("close").destroy();
    }
  },
};
