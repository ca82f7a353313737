import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A message as it came in. */
export type Message = { headers: IncomingHttpHeaders; body: string };

/**
 * A program that is told by webhooks, on a free port of this machine: an installation for this machine alone sends there.
 * It answers 200 with "thanks" until `answer` is another one.
 */
export async function startReceiver() {
  const got: Message[] = [];
  const thanks = (response: ServerResponse) => void response.end("thanks");
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (part: string) => (body += part));
    request.on("end", () => {
      got.push({ headers: request.headers, body });
      receiver.answer(response);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    got,
    thanks,
    answer: thanks,
    close: () => void server.close(),
  };
  return receiver;
}
