import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../program.ts";
import { pin } from "./load.ts";

/** A bare node:http server on core 0 that answers with exactly what `url` answers: the same head, the same bytes. */
export async function startBareServer(url: string, headers: Record<string, string>) {
  const answer = await exactly(url, headers);
  const folder = join(root, ".cache");
  await mkdir(folder, { recursive: true });
  const file = join(folder, `bench-page-${process.pid}`);
  await writeFile(file, answer.body);
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, "bare-server.ts"), file, JSON.stringify(answer.headers)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const [port] = (await once(createInterface(child.stdout), "line")) as [string];
  pin(child.pid ?? 0, 0);
  return { url: `http://127.0.0.1:${port}/`, bytes: answer.body.length, stop: () => child.kill("SIGTERM") };
}

/** An answer as it comes over the wire, without the headers that node:http writes by itself. */
function exactly(url: string, headers: Record<string, string>) {
  return new Promise<{ headers: Record<string, string>; body: Buffer }>((resolve, reject) => {
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const own = Object.entries(response.headers).filter(
          ([name]) =>
            ![
              "connection",
              "keep-alive",
              "date",
              "transfer-encoding",
              "set-cookie",
              "content-length",
            ].includes(name),
        );
        resolve({ headers: Object.fromEntries(own) as Record<string, string>, body: Buffer.concat(chunks) });
      });
    })
      .on("error", reject)
      .end();
  });
}
