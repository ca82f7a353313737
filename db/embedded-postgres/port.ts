import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Whether 127.0.0.1:port can be listened on now. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/**
 * A free port below the range from which systems take the ports of outgoing connections, so that it is likely
 * to be free at the next start too. Throws when a hundred tries find none.
 */
export async function choosePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = randomInt(15_433, 32_000);
    if (await isPortFree(port)) return port;
  }
  throw new Error("No free port on 127.0.0.1 between 15433 and 32000.");
}
