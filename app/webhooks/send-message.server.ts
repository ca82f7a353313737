import { createHmac } from "node:crypto";
import { request as askHttp } from "node:http";
import { request as askHttps } from "node:https";
import { guardedAgent } from "#app/outgoing/guarded-agent.server.ts";

const patience = 10_000;
const largestAnswer = 4096;

export type Sent = { status: number | null; duration: number; answer: string };

/** The signature of a message as Standard Webhooks 1.0 has it: HMAC-SHA256 of "id.timestamp.body" with the secret's bytes. */
export function signatureOf(secret: string, id: string, timestamp: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
}

/**
 * Posts a message. Ten seconds, no redirect, 4 KB of the answer are read and 500 characters kept; private addresses are
 * refused when they are connected to.
 * @returns `status` null when there was no answer, with the reason in `answer`
 */
export function sendMessage(address: string, secret: string, id: string, body: string): Promise<Sent> {
  const url = new URL(address);
  const timestamp = Math.floor(Date.now() / 1000);
  const begun = performance.now();
  const send = url.protocol === "https:" ? askHttps : askHttp;
  const agent = guardedAgent(url, patience / 4);
  return new Promise<Sent>((resolve) => {
    const end = (status: number | null, answer: string) => {
      agent.destroy();
      const kept = answer.replaceAll("\0", "").slice(0, 500);
      resolve({
        status,
        duration: Math.round(performance.now() - begun),
        answer: Buffer.from(kept).toString(),
      });
    };
    const asked = send(url, {
      method: "POST",
      agent,
      signal: AbortSignal.timeout(patience),
      headers: {
        "Content-Type": "application/json",
        "Content-Length": Buffer.byteLength(body),
        "User-Agent": "Tribune (webhook)",
        "webhook-id": id,
        "webhook-timestamp": String(timestamp),
        "webhook-signature": signatureOf(secret, id, timestamp, body),
      },
    });
    asked.on("error", (fault) => end(null, fault.message));
    asked.on("response", (answer) => {
      const { statusCode = 0 } = answer;
      const chunks: Buffer[] = [];
      let size = 0;
      const done = () => end(statusCode, Buffer.concat(chunks).subarray(0, largestAnswer).toString("utf8"));
      answer.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size < largestAnswer) return;
        done();
        asked.destroy();
      });
      answer.on("end", done);
      answer.on("error", (fault) => end(null, fault.message));
    });
    asked.end(body);
  });
}
