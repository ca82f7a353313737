import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";
import { setImmediate as turn, setTimeout as sleep } from "node:timers/promises";

/**
 * How long connections stay open for one more request, in milliseconds. A client under load asks again within
 * this time, is answered, and is told by the answer that the connection ends: none is cut between two requests.
 */
const farewell = 1000;

/** What node:http keeps on a connection: the answer that is being made. */
type Connection = Socket & { _httpMessage?: ServerResponse | null };

/**
 * Prepares the end of a server that does not listen yet. The function it answers with stops taking connections,
 * lets requests under way finish and idle connections ask once more, and answers when all are closed: at once when
 * there are none, and after `patience` milliseconds at the latest.
 */
export function prepareStop(server: Server): (patience: number) => Promise<void> {
  const connections = new Set<Connection>();
  server.on("connection", (connection: Connection) => {
    connections.add(connection);
    connection.once("close", () => connections.delete(connection));
  });
  // A client that has sent nothing yet counts as busy for node:http, until its headers are late.
  const closeIdle = () => {
    server.closeIdleConnections();
    for (const connection of connections) if (connection.bytesRead === 0) connection.destroy();
  };

  return async (patience) => {
    server.prependListener("request", (_request: IncomingMessage, response: ServerResponse) =>
      sayFarewell(response),
    );
    for (const { _httpMessage: response } of connections) if (response) sayFarewell(response);
    // Connections that the system has taken already are taken up in this turn of the loop.
    await turn();
    // Not http's own `close`, which cuts idle connections at once.
    const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
    const deadline = performance.now() + patience;
    const last = performance.now() + farewell;
    while (connections.size > 0 && performance.now() < deadline) {
      await sleep(10);
      if (performance.now() < last) continue;
      // A request that has arrived is read first: on a busy machine this loop comes before the sockets.
      await turn();
      closeIdle();
    }
    for (const connection of connections) connection.destroy();
    await closed;
    server.close();
  };
}

/** This answer is the last of its connection. A stream of events would never end: its reader connects anew. */
function sayFarewell(response: ServerResponse): void {
  response.shouldKeepAlive = false;
  if (!response.headersSent || !String(response.getHeader("Content-Type")).startsWith("text/event-stream"))
    return;
  const { socket } = response;
  response.end(() => socket?.end());
}
