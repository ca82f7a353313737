import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, type Scenario } from "../scenario.ts";
import { ask } from "../../asking.ts";
import { othersWait } from "./slow-client.ts";

/** Requests that were begun and then nothing more is heard: half a head, and a form without its end. */
export const halfOpen: Scenario = {
  name: "half-open connections",
  async run(installation) {
    const { url, letter } = installation;
    const { hostname, port, host } = new URL(url);
    const form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 500";
    const beginnings = [
      `GET /letters/${letter.slug}/sign HTTP/1.1\r\nHost: ${host}\r\n`,
      `POST /letters/${letter.slug}/sign HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${url}\r\n${form}\r\n\r\nname=Half`,
    ];
    const sockets = Array.from({ length: 400 }, (_, number) => {
      const socket = connect(Number(port), hostname);
      socket.on("error", () => undefined);
      socket.write(beginnings[number % 2] ?? "");
      return socket;
    });
    await sleep(500);
    const longest = await othersWait(installation);
    const { text } = await ask(url, "/metrics");
    expect(/tribune_requests_under_way 0\n/.test(text), "they count as requests under way");
    for (const socket of sockets) socket.destroy();
    return `${sockets.length} requests begun and left, others waited ${longest} ms at most`;
  },
};
