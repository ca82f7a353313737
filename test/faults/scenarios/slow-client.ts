import { readFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Installation } from "../installation.ts";
import { expect, type Scenario, signOnce, timed } from "../scenario.ts";

const open = ({ url }: Installation): Socket => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  return socket;
};

/** How long others wait meanwhile, at worst of some, in milliseconds. */
export async function othersWait(installation: Installation): Promise<number> {
  let longest = 0;
  for (let tries = 0; tries < 5; tries++) {
    const { status, ms } = await timed(signOnce(installation));
    expect(status === 303, `others got ${status}`);
    longest = Math.max(longest, ms);
  }
  expect(longest < 2000, `others waited ${longest} ms`);
  return longest;
}

/** Forty times a form of which a byte comes now and then; there is room for 32 requests. */
export const slowClient: Scenario = {
  name: "slow clients",
  async run(installation) {
    const { url, letter } = installation;
    const body = new URLSearchParams({ name: "Slow", email: "slow@example.org", showName: "on" }).toString();
    const head = [
      `POST /letters/${letter.slug}/sign HTTP/1.1`,
      `Host: ${new URL(url).host}`,
      `Origin: ${url}`,
      "Content-Type: application/x-www-form-urlencoded",
      `Content-Length: ${body.length}`,
    ];
    const slow = Array.from({ length: 40 }, () => open(installation));
    for (const socket of slow) socket.write(`${head.join("\r\n")}\r\n\r\n`);
    let at = 0;
    const drip = setInterval(() => {
      for (const socket of slow) if (at < body.length - 1) socket.write(body[at] ?? "");
      at++;
    }, 50);
    await sleep(300);
    const longest = await othersWait(installation);
    clearInterval(drip);
    for (const socket of slow) socket.destroy();
    return `${slow.length} forms came byte by byte, others waited ${longest} ms at most`;
  },
};

/** A thousand pages asked for over each of a few connections that are never read from. */
export const unreadAnswers: Scenario = {
  name: "answers nobody reads",
  async run(installation) {
    const { url, letter } = installation;
    const before = await resident(installation.pid());
    const page = `GET /letters/${letter.slug}/sign HTTP/1.1\r\nHost: ${new URL(url).host}\r\n\r\n`;
    const deaf = Array.from({ length: 8 }, () => open(installation).pause());
    for (const socket of deaf) socket.write(page.repeat(1000));
    await sleep(1500);
    const longest = await othersWait(installation);
    const grown = Math.round((await resident(installation.pid())) - before);
    for (const socket of deaf) socket.destroy();
    expect(grown < 200, `memory grew by ${grown} MB`);
    return `8,000 pages asked for and not read, memory grew by ${grown} MB, others waited ${longest} ms at most`;
  },
};

/** Resident memory in megabytes; 0 where the system does not tell. */
export async function resident(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
