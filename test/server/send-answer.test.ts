import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { sendAnswer } from "#app/server/send-answer.ts";
import { ask } from "../asking.ts";
import { serving } from "./answers.ts";

/** An answer without an end, and how much of it was made. */
function endless() {
  const state = { made: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      state.made++;
      controller.enqueue(new Uint8Array(64 * 1024));
    },
    cancel() {
      state.cancelled = true;
    },
  });
  return { state, answer: new Response(body) };
}

test("for a reader who does not read no more is made than the connection holds, and nothing once they are gone", async () => {
  const { state, answer } = endless();
  await serving(
    (_request, response) => void sendAnswer(response, answer),
    async (url) => {
      const [response] = (await once(get(url), "response")) as [IncomingMessage];
      response.on("error", () => undefined).pause();
      await sleep(300);
      const held = state.made;
      // 64 KB each: what both ends of a connection on this machine hold is some megabytes.
      expect(held).toBeLessThan(500);
      await sleep(200);
      expect(state.made).toBe(held);
      response.destroy();
      await expect.poll(() => state.cancelled).toBe(true);
    },
  );
});

test("headers take the place of what every answer carries; cookies stay apart", async () => {
  const answer = new Response("here", { status: 201, headers: { "Referrer-Policy": "no-referrer" } });
  answer.headers.append("Set-Cookie", "a=1");
  answer.headers.append("Set-Cookie", "b=2");
  await serving(
    (_request, response) => {
      response.setHeader("Referrer-Policy", "origin");
      void sendAnswer(response, answer);
    },
    async (url) => {
      const { status, headers, text } = await ask(url, "/");
      expect([status, text]).toEqual([201, "here"]);
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["set-cookie"]).toEqual(["a=1", "b=2"]);
    },
  );
});

test("HEAD has the headers alone, and what the body would be is let go", async () => {
  const { state, answer } = endless();
  await serving(
    (_request, response) => void sendAnswer(response, answer),
    async (url) => {
      expect((await ask(url, "/", { method: "HEAD" })).text).toBe("");
      expect(state.cancelled).toBe(true);
    },
  );
});
