import { once } from "node:events";
import { Agent, createServer, get, type IncomingMessage, type RequestListener } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { prepareStop } from "#app/server/stop-server.ts";

async function listening(listener: RequestListener) {
  const server = createServer(listener);
  const stop = prepareStop(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const timedStop = async () => {
    const started = performance.now();
    await stop(3000);
    return performance.now() - started;
  };
  return { port, stop: timedStop };
}
const agent = () => new Agent({ keepAlive: true, maxSockets: 1 });

async function ask(port: number, path: string, through?: Agent): Promise<IncomingMessage> {
  const [response] = (await once(get({ port, path, agent: through }), "response")) as [IncomingMessage];
  response.resume();
  return response;
}

test("without connections it stops at once", async () => {
  const { stop } = await listening((_request, response) => response.end());
  expect(await stop()).toBeLessThan(100);
});

test("a connection that is kept open may ask once more, and its answer says that it ends", async () => {
  const { port, stop } = await listening((_request, response) => response.end("here"));
  const kept = agent();
  const before = await ask(port, "/", kept);
  await once(before, "end");
  expect(before.headers.connection).toBe("keep-alive");
  const stopped = stop();
  await sleep(100);
  const after = await ask(port, "/", kept);
  expect(after.headers.connection).toBe("close");
  await once(after, "end");
  expect(await stopped).toBeLessThan(400);
  await expect(ask(port, "/")).rejects.toThrow("ECONNREFUSED");
});

test("idle connections, and those that never sent anything, end after a second", async () => {
  const { port, stop } = await listening((_request, response) => response.end("here"));
  const kept = agent();
  await once(await ask(port, "/", kept), "end");
  const silent = connect(port, "127.0.0.1");
  await once(silent, "connect");
  silent.on("error", () => undefined);
  const took = await stop();
  expect(took).toBeGreaterThan(900);
  expect(took).toBeLessThan(1600);
});

test("a request under way is answered, and its connection ends with it", async () => {
  const { port, stop } = await listening((_request, response) => {
    setTimeout(() => response.end("late"), 800);
  });
  const asked = ask(port, "/", agent());
  await sleep(50);
  const stopped = stop();
  expect((await asked).headers.connection).toBe("close");
  expect(await stopped).toBeLessThan(1300);
});

test("a stream of events ends in good order at the beginning of the stop", async () => {
  const { port, stop } = await listening((_request, response) => {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
    response.write(": hello\n\n");
  });
  const stream = await ask(port, "/events");
  const ended = once(stream, "end");
  await once(stream, "data");
  const took = await stop();
  await ended;
  expect(stream.complete).toBe(true);
  expect(took).toBeLessThan(300);
});

test("who is in the middle of a request is not waited for longer than told", async () => {
  const { port, stop } = await listening((_request, response) => response.end());
  const half = connect(port, "127.0.0.1");
  half.on("error", () => undefined);
  half.write("GET / HTTP/1.1\r\nHost: x\r\n");
  await sleep(50);
  const took = await stop();
  expect(took).toBeGreaterThan(2500);
  expect(took).toBeLessThan(4000);
});
