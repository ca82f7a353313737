import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { identity, surroundings, type UnprivilegedUser } from "#db/embedded-postgres/unprivileged-user.ts";

/** One program of an installation, that can be killed and started again in its place. */
export type Part = {
  name: string;
  pid(): number;
  /** Whether the process that was started last is still there. */
  runs(): boolean;
  log(): string;
  /** SIGKILL, and nothing of it is left. */
  kill(): Promise<void>;
  /** Starts it again where it was, and answers once it can be used. */
  start(): Promise<void>;
  /** Ends it in its own way, with SIGTERM or what it knows instead. */
  stop(): Promise<void>;
};

type Wish = {
  name: string;
  file: string;
  args: string[];
  user: UnprivilegedUser | null;
  /** Whether it can be used. Asked every 50 ms. */
  answers: () => Promise<boolean>;
  ends?: NodeJS.Signals;
};

/** How long a program may take to be usable, in milliseconds. */
const patience = 30_000;

/** A program of Debian in the foreground; `start` has to be called first. */
export function part({ name, file, args, user, answers, ends = "SIGTERM" }: Wish): Part {
  let child: ChildProcess | undefined;
  let output = "";
  const runs = () => child !== undefined && child.exitCode === null && child.signalCode === null;

  function spawnIt(): void {
    const started = spawn(file, args, {
      ...identity(user),
      ...surroundings(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [started.stdout, started.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => (output = (output + text).slice(-20_000)));
    started.on("error", (fault) => (output += String(fault)));
    child = started;
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!child || !runs()) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }

  return {
    name,
    pid: () => child?.pid ?? 0,
    runs,
    log: () => output,
    kill: () => end("SIGKILL"),
    async start() {
      const deadline = Date.now() + patience;
      spawnIt();
      while (!(await answers())) {
        if (Date.now() > deadline)
          throw new Error(`${name} cannot be used after ${patience / 1000} s:\n${output.slice(-2000)}`);
        await sleep(50);
        // PostgreSQL refuses for a moment while processes of a killed one still hold its memory.
        if (!runs()) spawnIt();
      }
    },
    stop: async () => {
      const impatience = setTimeout(() => child?.kill("SIGKILL"), 10_000);
      await end(ends);
      clearTimeout(impatience);
    },
  };
}

/** Whether somebody listens on a port of this machine. */
export function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      resolve(true);
      socket.end();
    });
    socket.on("error", () => resolve(false)).setTimeout(500, () => socket.destroy());
    socket.on("close", () => resolve(false));
  });
}
