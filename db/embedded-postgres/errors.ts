/** Another live Tribune process owns this data folder. `pid` is that process, or null when it cannot be told. */
export class EmbeddedPostgresInUse extends Error {
  override name = "EmbeddedPostgresInUse";
  readonly pid: number | null;
  constructor(dataDir: string, pid: number | null) {
    super(`Another Tribune process${pid === null ? "" : ` (pid ${pid})`} uses the data folder ${dataDir}.`);
    this.pid = pid;
  }
}

/** The embedded PostgreSQL cannot run here; the message says what would help. */
export class EmbeddedPostgresUnavailable extends Error {
  override name = "EmbeddedPostgresUnavailable";
}

/** The `code` of a system or PostgreSQL error ("ENOENT", "42P04"), or undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
