import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { installDebian } from "./debian.ts";
import { freePort } from "./tribune-server.ts";

const places = ["/usr/bin/redis-server", "/usr/local/bin/redis-server", "/opt/homebrew/bin/redis-server"];
const find = () => places.find((place) => existsSync(place));

/** Makes sure that there is a Redis for the tests of several processes, where this machine lets us install one. */
export async function ensureRedis(): Promise<void> {
  if (find()) return;
  console.log("Redis: installing Debian's, a few seconds …");
  await installDebian(["redis-server"]);
}

/** A Redis of its own that keeps nothing; or why there is none. */
export async function startRedis(): Promise<{ url?: string; why: string; stop: () => void }> {
  const program = find();
  if (!program) return { why: "no redis-server is installed", stop: () => undefined };
  const port = await freePort();
  const child = spawn(
    program,
    ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
    {
      stdio: "ignore",
    },
  );
  const answers = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).on("error", () => resolve(false));
      socket.on("close", () => resolve(false)).setTimeout(200, () => socket.destroy());
      socket.on("connect", () => socket.end());
    });
  for (let tries = 0; tries < 100; tries++) {
    if (await answers()) return { url: `redis://127.0.0.1:${port}`, why: "", stop: () => child.kill() };
    await sleep(50);
  }
  child.kill();
  throw new Error("redis-server does not answer");
}
