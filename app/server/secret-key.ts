import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Settings } from "./settings.ts";

/**
 * Makes sure that `process.env.SECRET_KEY` is set: from the environment, or from DATA_DIR/secret.key, which is made at
 * the first start and read by nobody but Tribune's user. It is not kept in the database, whose copies travel.
 */
export async function loadSecretKey(settings: Pick<Settings, "SECRET_KEY" | "DATA_DIR">): Promise<void> {
  process.env.SECRET_KEY = settings.SECRET_KEY ?? (await keptKey(settings.DATA_DIR));
}

async function keptKey(folder: string): Promise<string> {
  const file = join(folder, "secret.key");
  // Of two processes that start together one writes it; the other one reads what it wrote.
  await mkdir(folder, { recursive: true });
  await writeFile(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" }).catch(
    (fault: NodeJS.ErrnoException) => {
      if (fault.code !== "EEXIST") throw fault;
    },
  );
  const key = (await readFile(file, "utf8")).trim();
  if (key.length < 32) throw new Error(`${file} holds no key: delete it, and Tribune makes a new one.`);
  return key;
}
