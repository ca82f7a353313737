import { readFileSync } from "node:fs";
import { createServer } from "node:http";

// The limit of this machine: node:http and nothing else, answering with bytes it holds already.
const [file = "", headersJson = "{}"] = process.argv.slice(2);
const body = readFileSync(file);
const headers = JSON.parse(headersJson) as Record<string, string>;
const server = createServer((_request, response) => {
  response.writeHead(200, { ...headers, "Content-Length": body.length });
  response.end(body);
});
server.listen(0, "127.0.0.1", () => {
  const bound = server.address();
  process.stdout.write(`${typeof bound === "object" ? (bound?.port ?? 0) : 0}\n`);
});
process.on("SIGTERM", () => process.exit(0));
