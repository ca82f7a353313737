import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { giveTo, writeConnection } from "./data-folder.ts";
import type { DataFolder } from "./data-folder.ts";
import { EmbeddedPostgresUnavailable } from "./errors.ts";
import { choosePort } from "./port.ts";
import { run } from "./unprivileged-user.ts";
import type { UnprivilegedUser } from "./unprivileged-user.ts";

/**
 * Creates an empty UTF-8 cluster in a data folder: superuser `tribune`, a random password, a port of its own,
 * both written to the folder's connection file. `sync: false` skips flushing to disk, for throw-away clusters.
 * Throws EmbeddedPostgresUnavailable with initdb's words when that fails.
 */
export async function createCluster(
  folder: DataFolder,
  binaries: Binaries,
  user: UnprivilegedUser | null,
  options: { sync: boolean },
): Promise<void> {
  const password = randomBytes(24).toString("hex");
  const passwordFile = join(folder.path, "password.txt");
  await mkdir(folder.cluster, { mode: 0o700 });
  await giveTo(user, folder.cluster);
  await writeFile(passwordFile, password, { mode: 0o600 });
  await giveTo(user, passwordFile);
  const args = ["-D", folder.cluster, "-U", "tribune", "-A", "scram-sha-256", "--pwfile", passwordFile];
  args.push("--encoding=UTF8", ...(await localeArguments(binaries)), ...(options.sync ? [] : ["--no-sync"]));
  const outcome = await run(binaries.initdb, args, user);
  await rm(passwordFile);
  if (outcome.code !== 0) {
    throw new EmbeddedPostgresUnavailable(
      `PostgreSQL could not create its data in ${folder.cluster}: ${outcome.stderr.trim() || outcome.stdout}`,
    );
  }
  await chmod(folder.cluster, 0o700);
  await writeConnection(folder, { port: await choosePort(), password });
}

/**
 * The C locale is the only one on every machine, but it cannot lower-case "É". Since version 17 PostgreSQL
 * brings a locale of its own that can.
 */
async function localeArguments(binaries: Binaries): Promise<string[]> {
  const version = await run(binaries.initdb, ["--version"]);
  const major = Number(/\) (\d+)/.exec(version.stdout)?.[1] ?? 0);
  if (major < 17) return ["--locale=C"];
  return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
}
