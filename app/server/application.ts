import type { ServerBuild } from "@remix-run/node";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, stat } from "node:fs/promises";
import type { Server } from "node:http";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { lock } from "proper-lockfile";
import serveStatic from "serve-static";
import type { Application } from "./http-server.ts";
import { step } from "./progress.ts";

const root = resolve(import.meta.dirname, "../..");
const built = join(root, "build/server/index.js");
const sources = ["app", "db", "public", "vite.config.ts", "package-lock.json", "tsconfig.json"];

type LoadedApplication = Application & {
  /** Lets Vite's hot reload use the same port; nothing in production. */
  attach(server: Server): void;
  close: () => Promise<void>;
};

/**
 * Loads the built application, building it first when it is missing or older than its sources; or Vite's, for a
 * server on `port`.
 */
export async function loadApplication(developing: boolean, port: number): Promise<LoadedApplication> {
  if (developing) return loadFromVite(port);
  if (!(await isFresh())) await step("Building the application", () => buildOnce(build));
  const serverBuild = (await import(pathToFileURL(built).href)) as ServerBuild;
  const client = join(root, "build/client");
  const files = serveStatic(client, {
    index: false,
    redirect: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      // The one file that pages of others load (app/embeds).
      if (path === join(client, "embed.js"))
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
      response.setHeader(
        "Cache-Control",
        path.startsWith(join(client, "assets"))
          ? "public, max-age=31536000, immutable"
          : "public, max-age=3600",
      );
    },
  });
  const stylesheets = Object.values(serverBuild.assets.routes).flatMap((route) =>
    route?.id === "root" ? (route.css ?? []) : [],
  );
  return { build: serverBuild, files, stylesheets, attach: () => undefined, close: () => Promise.resolve() };
}

async function loadFromVite(port: number): Promise<LoadedApplication> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    root,
    // Beside the port Tribune itself listens on, so that two can be developed side by side.
    server: { middlewareMode: true, hmr: { port: port + 1 } },
    appType: "custom",
  });
  return {
    build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
    files: vite.middlewares,
    stylesheets: [],
    attach: () => undefined,
    close: () => vite.close(),
  };
}

/**
 * Builds unless the build is fresh. Two that start at the same moment would write into each other's files: the
 * second waits for the first and finds the work done. @returns whether it was built
 */
export async function buildOnce(work: () => Promise<unknown>): Promise<boolean> {
  const folder = join(root, ".cache");
  await mkdir(folder, { recursive: true });
  const release = await lock(folder, {
    lockfilePath: join(folder, "build.lock"),
    // A builder that was killed stops renewing the lock.
    stale: 10_000,
    retries: { retries: 600, factor: 1, minTimeout: 500, maxTimeout: 500 },
  });
  try {
    if (await isFresh()) return false;
    await work();
    return true;
  } finally {
    await release();
  }
}

async function build(): Promise<void> {
  const remix = join(root, "node_modules/@remix-run/dev/dist/cli.js");
  await promisify(execFile)(process.execPath, [remix, "vite:build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production" },
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** Whether the build is newer than everything it is made of. */
async function isFresh(): Promise<boolean> {
  if (!existsSync(built)) return false;
  const builtAt = (await stat(built)).mtimeMs;
  const newest = await Promise.all(sources.map((source) => newestIn(join(root, source))));
  return Math.max(...newest) < builtAt;
}

async function newestIn(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = await readdir(path, { withFileTypes: true, recursive: true });
  const times = await Promise.all(
    inside.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name))),
  );
  return Math.max(0, ...times.map((entry) => entry.mtimeMs));
}
