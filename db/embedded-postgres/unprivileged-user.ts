import { spawn } from "node:child_process";
import { EmbeddedPostgresUnavailable } from "./errors.ts";

/** A passwd user that PostgreSQL runs as when Tribune itself is root. */
export type UnprivilegedUser = { name: string; uid: number; gid: number };

export type Outcome = { code: number | null; stdout: string; stderr: string };

/**
 * The user PostgreSQL must run as: null means "as ourselves" (we are not root, or this is Windows).
 * As root it is the owner of the existing cluster when passwd knows that owner, else `postgres`, else `nobody`.
 * Throws EmbeddedPostgresUnavailable when none of them exists or root cannot be dropped.
 */
export async function userToRunAs(clusterOwner: number | null): Promise<UnprivilegedUser | null> {
  if (process.getuid?.() !== 0) return null;
  const names = ["postgres", "nobody"];
  if (clusterOwner) {
    const owner = await run("id", ["-un", String(clusterOwner)]);
    if (owner.code === 0) names.unshift(owner.stdout.trim());
  }
  for (const name of names) {
    const user = await lookUp(name);
    if (!user) continue;
    const probe = await run("/bin/sh", ["-c", "exit 0"], user);
    if (probe.code === 0) return user;
    throw new EmbeddedPostgresUnavailable(
      `PostgreSQL refuses to run as root, and root cannot become "${name}" here (${probe.stderr.trim()}). ` +
        `Start Tribune as an ordinary user, or set DATABASE_URL.`,
    );
  }
  throw new EmbeddedPostgresUnavailable(
    `PostgreSQL refuses to run as root, and this machine has neither a user "postgres" nor "nobody". ` +
      `Start Tribune as an ordinary user, or set DATABASE_URL.`,
  );
}

/** Whether this user (null: ourselves) can enter the folder: asked of the system, so ACLs count too. */
export async function canEnter(user: UnprivilegedUser | null, folder: string): Promise<boolean> {
  if (!user) return true;
  return (await run("/bin/sh", ["-c", 'cd "$1"', "sh", folder], user)).code === 0;
}

/**
 * Runs a program to its end, as `user` when given. Never rejects: a program that cannot be started gives
 * `code` null and the reason in `stderr`.
 */
export function run(file: string, args: string[], user: UnprivilegedUser | null = null): Promise<Outcome> {
  return new Promise((resolve) => {
    const outcome: Outcome = { code: null, stdout: "", stderr: "" };
    const failed = (error: unknown) => resolve({ ...outcome, code: null, stderr: String(error) });
    try {
      const child = spawn(file, args, {
        ...identity(user),
        ...surroundings(),
        stdio: ["ignore", "pipe", "pipe"],
        windowsHide: true,
      });
      child.stdout.setEncoding("utf8").on("data", (text: string) => (outcome.stdout += text));
      child.stderr.setEncoding("utf8").on("data", (text: string) => (outcome.stderr += text));
      child.on("error", failed);
      child.on("close", (code) => resolve({ ...outcome, code }));
    } catch (error) {
      failed(error);
    }
  });
}

/** The `uid` and `gid` options of spawn for this user; none for ourselves. */
export function identity(user: UnprivilegedUser | null): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

/**
 * Working folder and environment of every PostgreSQL program: a folder anyone can enter, English messages
 * (start failures are told apart by them), and neither PG* settings nor the secrets of Tribune's environment.
 */
export function surroundings(): { cwd?: string; env: NodeJS.ProcessEnv } {
  const env: NodeJS.ProcessEnv = { NODE_ENV: process.env.NODE_ENV, LC_ALL: "C", TZ: "UTC" };
  for (const name of ["PATH", "Path", "LD_LIBRARY_PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot"]) {
    if (process.env[name] !== undefined) env[name] = process.env[name];
  }
  return process.platform === "win32" ? { env } : { cwd: "/", env };
}

async function lookUp(name: string): Promise<UnprivilegedUser | null> {
  const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
  if (uid.code !== 0 || gid.code !== 0) return null;
  const user = { name, uid: Number(uid.stdout), gid: Number(gid.stdout) };
  return Number.isInteger(user.uid) && user.uid !== 0 ? user : null;
}
