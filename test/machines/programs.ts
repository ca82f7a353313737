import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { installDebian } from "../debian.ts";

export type Programs = { postgres: string; pgbouncer: string; redis: string; haproxy: string };

const versions = "/usr/lib/postgresql";
const packages = ["postgresql", "pgbouncer", "redis-server", "haproxy"];

/** The folder of the programs of the newest PostgreSQL that Debian has put there. */
function postgresFolder(): string {
  const found = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : [];
  return join(
    versions,
    found.find((version) => existsSync(join(versions, version, "bin/initdb"))) ?? "0",
    "bin",
  );
}

const find = (): Programs => ({
  postgres: postgresFolder(),
  pgbouncer: "/usr/sbin/pgbouncer",
  redis: "/usr/bin/redis-server",
  haproxy: "/usr/sbin/haproxy",
});

const missing = (programs: Programs) => Object.values(programs).filter((program) => !existsSync(program));

/** The programs of Debian that an installation of several machines is made of, installed where they are missing. */
export async function findPrograms(): Promise<Programs> {
  if (missing(find()).length > 0) {
    console.log(`Installing Debian's ${packages.join(", ")} …`);
    await installDebian(packages);
  }
  const programs = find();
  const still = missing(programs);
  if (still.length > 0)
    throw new Error(
      `${still.join(", ")} cannot be found and could not be installed. This test needs Debian's packages ` +
        `${packages.join(", ")}: apt-get install them as root, or let this user do so by sudo.`,
    );
  return programs;
}
