import { existsSync, readFileSync, rmSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "#db/embedded-postgres.ts";
import { findDataFolder } from "#db/embedded-postgres/data-folder.ts";
import { prepareDatabase } from "#db/prepare.ts";
import { databaseAt, templateDatabase } from "./vitest-template.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A connection that may create databases, on the one server of the run. */
    adminDatabaseUrl: string;
  }
}

/**
 * Starts the one PostgreSQL of the run (or uses TEST_DATABASE_URL's), makes the database that every test file
 * clones, and answers with what takes it down again.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const own = process.env.TEST_DATABASE_URL;
  const server = own ? { url: own, stop: () => Promise.resolve() } : await startThrowAwayServer();
  try {
    const admin = postgres(server.url, { max: 1, onnotice: () => undefined });
    try {
      await admin`drop database if exists ${admin(templateDatabase)} with (force)`;
      await admin`create database ${admin(templateDatabase)}`;
    } finally {
      await admin.end({ timeout: 5 });
    }
    await prepareDatabase(databaseAt(server.url, templateDatabase));
  } catch (fault) {
    await server.stop();
    throw fault;
  }
  project.provide("adminDatabaseUrl", server.url);
  return () => server.stop();
}

async function startThrowAwayServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "tribune-rules-"));
  // PostgreSQL refuses to run as root: the user it runs as must be able to pass.
  await chmod(folder, 0o711);
  const dataDir = join(folder, "data");
  const server = await startEmbeddedPostgres({
    dataDir,
    // Nothing here has to survive a power cut.
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
  });
  const cluster = (await findDataFolder(dataDir))?.cluster ?? "";
  const killAtOnce = () => {
    process.kill(Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0]), "SIGQUIT");
    // Its processes still write for a moment, and nothing asynchronous happens in a process that exits.
    for (let tries = 0; existsSync(folder) && tries < 40; tries++) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };
  // A signal ends Vitest without taking down, and PostgreSQL is no child that would go with it.
  process.once("exit", killAtOnce);
  return {
    url: server.url,
    stop: async () => {
      process.off("exit", killAtOnce);
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
