import { Agent, request } from "node:http";
import type { AddressInfo } from "node:net";
import { createHistogram, performance } from "node:perf_hooks";
import { SMTPServer } from "smtp-server";

/**
 * A mail server and the people behind it, in a process of its own: whoever gets a first mail uses its link at once,
 * as the button on the link's page does. Mails are read and forgotten.
 */
export type ReaderMessage = { url: string } | ReadMails;
/** Latencies of confirming in milliseconds; `failed` is how many got no answer or one of 400 and more. */
export type ReadMails = {
  mails: number;
  confirmed: number;
  failed: number;
  serverFaults: number;
  p50: number;
  p99: number;
  max: number;
};

const agent = new Agent({ keepAlive: true, maxSockets: 500 });
const latencies = createHistogram({ lowest: 1, highest: 120_000_000, figures: 3 });
const seen = { mails: 0, confirmed: 0, failed: 0, serverFaults: 0 };
const known = new Set<string>();

function confirm(link: string): void {
  const { origin } = new URL(link);
  const started = performance.now();
  const end = (status: number) => {
    latencies.record(Math.max(1, Math.round((performance.now() - started) * 1000)));
    if (status < 400) seen.confirmed++;
    else seen.failed++;
    if (status >= 500 && status < 600) seen.serverFaults++;
  };
  const network = [
    1 + Math.floor(Math.random() * 223),
    ...[0, 0, 0].map(() => Math.floor(Math.random() * 256)),
  ];
  const body = "intent=confirm";
  const asked = request(
    link,
    {
      agent,
      method: "POST",
      headers: {
        Origin: origin,
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": body.length,
        "X-Forwarded-For": network.join("."),
      },
    },
    (response) => {
      response.resume();
      response.on("end", () => end(response.statusCode ?? 999));
      response.on("error", () => end(999));
    },
  );
  asked.setTimeout(30_000, () => asked.destroy());
  asked.on("error", () => end(999));
  asked.end(body);
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onData(stream, session, callback) {
    const parts: Buffer[] = [];
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("end", () => {
      // The envelope is gone once the mail is acknowledged.
      const to = session.envelope.rcptTo[0]?.address ?? "";
      callback();
      seen.mails++;
      if (known.has(to)) return;
      known.add(to);
      // Quoted-printable breaks long lines with "=".
      const text = Buffer.concat(parts).toString("latin1").replaceAll("=\r\n", "");
      const link = /https?:\/\/[^\s<>"]+\/signatures\/[\w-]+/.exec(text)?.[0];
      if (link) confirm(link);
    });
  },
});
// A client that hangs up in the middle is nothing to die of.
server.on("error", () => undefined);
server.listen(0, "127.0.0.1", () =>
  process.send?.({ url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` }),
);

process.on("message", (said: "begin" | "end") => {
  if (said === "begin") {
    latencies.reset();
    Object.assign(seen, { mails: 0, confirmed: 0, failed: 0, serverFaults: 0 });
    return;
  }
  const [p50, p99] = [50, 99].map((part) => latencies.percentile(part) / 1000);
  process.send?.({ ...seen, p50, p99, max: latencies.max / 1000 }, undefined, undefined, () =>
    process.exit(0),
  );
});
// Without the bench there is nobody to read for.
process.once("disconnect", () => process.exit(0));
