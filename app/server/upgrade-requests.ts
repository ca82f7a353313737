import type { IncomingMessage, Server } from "node:http";
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { readSession } from "#app/accounts/session.server.ts";
import { type Drafting, mostSeats } from "#app/together/drafting.server.ts";
import { callerReader } from "./caller.ts";
import { log } from "./log.ts";
import type { Settings } from "./settings.ts";

/**
 * Lets pages sit at drafts over WebSocket, at /collab. A browser sends the session's cookie with every handshake,
 * whichever site's page asks, and its Origin says whose page that is.
 */
export function takeUpgrades(server: Server, settings: Settings, drafting: Drafting): void {
  const callerOf = callerReader(settings);
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Whoever goes while we look up who they are.
    socket.on("error", () => undefined);
    if (request.url?.split("?")[0] !== "/collab") return refuse(socket, 404);
    if (!callerOf(request).origins.has(request.headers.origin ?? "")) {
      log.warn({ origin: request.headers.origin }, "a draft was asked for by a foreign page");
      return refuse(socket, 403);
    }
    readSession(request.headers.cookie ?? null)
      .then(({ account, idHash }) => {
        if (!account || idHash === null) return refuse(socket, 401);
        if (drafting.seatsOf(account.id) >= mostSeats) return refuse(socket, 429);
        drafting.seat(request, socket, head, { account, sessionHash: idHash });
      })
      .catch((fault: unknown) => {
        log.error({ err: fault }, "who asks for a draft could not be looked up");
        refuse(socket, 503);
      });
  });
}

function refuse(socket: Duplex, status: 401 | 403 | 404 | 429 | 503): void {
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Length: 0\r\nConnection: close\r\n` +
      `${status === 429 || status === 503 ? "Retry-After: 5\r\n" : ""}\r\n`,
  );
}
