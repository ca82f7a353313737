import type { IncomingMessage } from "node:http";
import { allowedOrigins, type Settings } from "./settings.ts";

/** Where a request comes from and under which address it reached us. */
export type Caller = {
  /** The address readers know Tribune by. */
  origin: string;
  /** The origins whose forms are taken. */
  origins: Set<string>;
  /** Whether an operator at this very machine is asking, with no proxy between. */
  fromThisMachine: boolean;
};

const forwarded = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];
const loopback = /^(127\.|::1$|::ffff:127\.)/;

/** Tells callers apart by the settings; what a header claims is believed only where it is one of our own names. */
export function callerReader(settings: Settings): (request: IncomingMessage) => Caller {
  const forThisMachine = settings.local && settings.embedded;
  let known: { port: number; origins: Set<string> } | undefined;
  return (request) => {
    const port = request.socket.localPort ?? settings.PORT;
    if (known?.port !== port) known = { port, origins: allowedOrigins(settings, port) };
    const { origins } = known;
    const asked = `http://${request.headers.host ?? ""}`;
    return {
      origins,
      origin: settings.PUBLIC_URL ?? (origins.has(asked) ? asked : `http://127.0.0.1:${port}`),
      fromThisMachine:
        forThisMachine &&
        loopback.test(request.socket.remoteAddress ?? "") &&
        origins.has(asked) &&
        !forwarded.some((name) => name in request.headers),
    };
  };
}
