import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "./program.ts";
import { testKey } from "./proof-of-work.ts";

export type Server = {
  url: string;
  dataDir: string;
  pid: number;
  /** What it has written so far, to standard output and standard error. */
  log: () => string;
  /** Stops it with SIGTERM. Rejects, with its output, unless it ends by itself with code 0. */
  stop(): Promise<void>;
  /** Sends a signal and waits until the process is gone. @returns its exit code, null when the signal ended it */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

// Settings of whoever runs the tests must not reach the server under test.
const settings = [
  "DATABASE_URL",
  "DATABASE_DIRECT_URL",
  "DATABASE_REPLICA_URLS",
  "DATABASE_POOL",
  "MAIL_FROM",
  "TRUSTED_PROXIES",
  "SMTP_URL",
  "LOG_LEVEL",
  "SECRET_KEY",
  "SECURITY_CONTACT",
  "SLOW_SIGNING_SECONDS",
  "OIDC_ISSUER",
  "OIDC_CLIENT_ID",
  "OIDC_CLIENT_SECRET",
  "SIRET_SEARCH_URL",
  "DNS_SERVERS",
  "REDIS_URL",
  "OTEL_EXPORTER_OTLP_ENDPOINT",
];
const timeToStart = 60_000;
const timeToStop = 30_000;

/** A new folder for DATA_DIR, and what deletes it. */
export async function createDataDir(): Promise<{ dataDir: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "tribune-story-"));
  // PostgreSQL refuses to run as root: the user it runs as must be able to pass.
  await chmod(folder, 0o711);
  return {
    dataDir: join(folder, "data"),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }),
  };
}

/**
 * Starts the built Tribune as `npm start` does, on a free port, with its embedded PostgreSQL in `dataDir`, and
 * answers once it is ready. `environment` adds settings; TEST_HOST is the name that it is asked by. Rejects with its output when it ends or is not ready
 * after 60 s.
 */
export async function startServer(
  dataDir: string,
  environment: Record<string, string> = {},
): Promise<Server> {
  const port = environment.PORT ?? String(await freePort());
  // A browser has passkeys for names only, and takes this one for safe without https.
  const url = `http://${environment.TEST_HOST ?? "127.0.0.1"}:${port}`;
  const inherited = Object.entries(process.env).filter(([name]) => !settings.includes(name));
  const child = spawn(process.execPath, ["--max-old-space-size=512", "app/server/start.ts"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...Object.fromEntries(inherited),
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: port,
      PUBLIC_URL: url,
      DATA_DIR: dataDir,
      SECRET_KEY: testKey,
      ...environment,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  const ended = once(child, "close");

  const fault = await becomesReady(child, url);
  if (fault) {
    await end(child, ended);
    throw new Error(`Tribune ${fault}. It wrote:\n${output}`);
  }
  return {
    url,
    dataDir,
    pid: child.pid ?? 0,
    log: () => output,
    async end(signal) {
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
    async stop() {
      await end(child, ended);
      if (child.exitCode !== 0)
        throw new Error(
          `Tribune ended with ${child.signalCode ?? `code ${child.exitCode}`} on SIGTERM. It wrote:\n${output}`,
        );
    },
  };
}

/** What went wrong until it was ready; undefined when nothing did. */
async function becomesReady(child: ChildProcess, url: string): Promise<string | undefined> {
  const deadline = Date.now() + timeToStart;
  while (Date.now() < deadline) {
    if (hasEnded(child))
      return `ended with ${child.signalCode ?? `code ${child.exitCode}`} instead of starting`;
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.status === 200) return undefined;
    await sleep(100);
  }
  return `was not ready after ${timeToStart / 1000} s`;
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (!hasEnded(child)) child.kill("SIGTERM");
  const impatience = setTimeout(() => child.kill("SIGKILL"), timeToStop);
  await ended;
  clearTimeout(impatience);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** A port of this machine that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
