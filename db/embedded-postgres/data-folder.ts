import { existsSync } from "node:fs";
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { EmbeddedPostgresUnavailable, errorCode } from "./errors.ts";
import { isAlive } from "./process-identity.ts";
import { canEnter, run } from "./unprivileged-user.ts";
import type { UnprivilegedUser } from "./unprivileged-user.ts";

/** Where everything of one embedded server lies: PostgreSQL's own folder, its log, and how to connect. */
export type DataFolder = { path: string; cluster: string; log: string; connection: string };

const Connection = z.object({ port: z.int(), password: z.string() });
/** The port is a preference: a running server's `postmaster.pid` has the last word. */
export type Connection = z.infer<typeof Connection>;

const pointerName = "postgres-folder.txt";
const systemFolders = process.platform === "darwin" ? ["/Library/Application Support"] : ["/var/lib", "/srv"];

/** The names inside a data folder at `path`; touches nothing. */
export function dataFolderAt(path: string): DataFolder {
  return {
    path,
    cluster: join(path, "cluster"),
    log: join(path, "postgres.log"),
    connection: join(path, "connection.json"),
  };
}

/**
 * The data folder of an earlier start: in `dataDir/postgres`, or where the pointer file of `dataDir` says.
 * null when there was none. Throws EmbeddedPostgresUnavailable when the pointer leads nowhere (starting afresh
 * would look like losing every letter) or when another user owns the data.
 */
export async function findDataFolder(dataDir: string): Promise<DataFolder | null> {
  const inside = dataFolderAt(join(dataDir, "postgres"));
  const elsewhere = (await readFile(join(dataDir, pointerName), "utf8").catch(() => "")).trim();
  for (const folder of elsewhere ? [dataFolderAt(elsewhere), inside] : [inside]) {
    if (await stat(folder.connection).catch(() => null)) {
      return { ...folder, cluster: await realpath(folder.cluster) };
    }
  }
  if (!elsewhere) return null;
  throw new EmbeddedPostgresUnavailable(
    `The data of ${dataDir} should be in ${elsewhere}, but is not there. Bring it back, or remove ` +
      `${join(dataDir, pointerName)} to start with an empty database.`,
  );
}

/** As `mkdir -p`. Node's own way never ends where a file system takes no folders, as under /proc. */
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return;
  await makeFolder(dirname(path));
  await mkdir(path).catch((error: unknown) => {
    if (errorCode(error) !== "EEXIST") throw error;
  });
}

/**
 * Makes a data folder, lets `fill` write into it and only then gives it its final name, so that a start that
 * was killed halfway leaves nothing that looks finished. It goes to a system folder, with a pointer left in
 * `dataDir`, when `user` cannot enter `dataDir`. When another process finished first, answers with its folder.
 * Throws EmbeddedPostgresUnavailable when no folder can be made, and whatever `fill` throws.
 */
export async function createDataFolder(
  dataDir: string,
  user: UnprivilegedUser | null,
  fill: (draft: DataFolder) => Promise<void>,
): Promise<DataFolder> {
  await makeFolder(resolve(dataDir)).catch((error: unknown) => {
    throw new EmbeddedPostgresUnavailable(
      `The data folder cannot be made (${String(error)}). Choose another.`,
    );
  });
  await removeAbandonedDrafts(dataDir);
  const inside = await canEnter(user, dataDir);
  const parent = inside ? dataDir : await systemFolder(dataDir, user);
  const draft = dataFolderAt(join(parent, inside ? `postgres.new-${process.pid}` : "postgres"));
  try {
    await mkdir(draft.path);
    await chmod(draft.path, 0o755);
    await fill(draft);
    if (inside) await rename(draft.path, join(dataDir, "postgres"));
    else await writeFile(join(dataDir, pointerName), `${draft.path}\n`, { flag: "wx" });
  } catch (error) {
    await rm(inside ? draft.path : parent, { recursive: true, force: true });
    if (!["EEXIST", "ENOTEMPTY"].includes(errorCode(error) ?? "")) throw error;
  }
  const folder = await findDataFolder(dataDir);
  if (!folder) throw new Error(`The data folder in ${dataDir} vanished while it was made.`);
  return folder;
}

/**
 * Makes sure that `user` can work in an existing data folder whose server is not running: moves it to a system
 * folder when `user` cannot enter it, and gives it to `user` when it belongs to nobody passwd knows.
 */
export async function makeReachable(
  dataDir: string,
  folder: DataFolder,
  user: UnprivilegedUser | null,
  onMove: (to: string) => void,
): Promise<DataFolder> {
  if (!user) return folder;
  let reachable = folder;
  if (!(await canEnter(user, folder.path))) {
    reachable = dataFolderAt(join(await systemFolder(dataDir, user), "postgres"));
    onMove(reachable.path);
    // The pointer comes first: until the move is done it leads nowhere and the old place still counts.
    await writeFile(join(dataDir, pointerName), `${reachable.path}\n`);
    await rename(folder.path, reachable.path).catch(async (error: unknown) => {
      if (errorCode(error) !== "EXDEV") throw error;
      await cp(folder.path, `${reachable.path}.new`, { recursive: true, verbatimSymlinks: true });
      await giveTo(user, join(`${reachable.path}.new`, "cluster"));
      await rename(`${reachable.path}.new`, reachable.path);
      await rm(folder.path, { recursive: true, force: true });
    });
    await chmod(reachable.path, 0o755);
  }
  if ((await stat(reachable.cluster)).uid !== user.uid) await giveTo(user, reachable.cluster);
  return reachable;
}

/** Gives a file or a whole folder to `user`; nothing to do for ourselves. */
export async function giveTo(user: UnprivilegedUser | null, path: string): Promise<void> {
  if (!user) return;
  const outcome = await run("chown", ["-R", `${user.uid}:${user.gid}`, path]);
  if (outcome.code === 0) return;
  throw new EmbeddedPostgresUnavailable(
    `The data in ${path} cannot be given to user "${user.name}": ${outcome.stderr.trim()} ` +
      `Put the data folder on a file system that keeps owners, or set DATABASE_URL.`,
  );
}

/** Port and password of the data folder. Throws EmbeddedPostgresUnavailable when another user owns them. */
export async function readConnection(folder: DataFolder): Promise<Connection> {
  try {
    return Connection.parse(JSON.parse(await readFile(folder.connection, "utf8")));
  } catch (error) {
    if (errorCode(error) !== "EACCES") throw error;
    throw new EmbeddedPostgresUnavailable(
      `${folder.connection} belongs to another user: start Tribune as the user who started it first.`,
    );
  }
}

/** Writes port and password, readable by this user only, whole or not at all. */
export async function writeConnection(folder: DataFolder, connection: Connection): Promise<void> {
  const draft = `${folder.connection}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(connection)}\n`, { mode: 0o600 });
  await rename(draft, folder.connection);
}

async function systemFolder(dataDir: string, user: UnprivilegedUser | null): Promise<string> {
  for (const parent of systemFolders) {
    const made = await mkdtemp(join(parent, "tribune-")).catch(() => null);
    if (!made) continue;
    await chmod(made, 0o755);
    if (await canEnter(user, made)) {
      await writeFile(join(made, "belongs-to.txt"), `${await realpath(dataDir)}\n`);
      return made;
    }
    await rm(made, { recursive: true });
  }
  throw new EmbeddedPostgresUnavailable(
    `User "${user?.name ?? ""}", as which PostgreSQL must run, cannot enter ${dataDir}, and no folder can be ` +
      `made in ${systemFolders.join(" or ")}. Choose another data folder, or set DATABASE_URL.`,
  );
}

async function removeAbandonedDrafts(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const pid = /^postgres\.new-(\d+)$/.exec(name)?.[1];
    if (pid && (Number(pid) === process.pid || !(await isAlive(Number(pid))))) {
      await rm(join(dataDir, name), { recursive: true, force: true });
    }
  }
}
