import { Agent, request } from "node:http";
import { makeProof } from "../proof-of-work.ts";

/**
 * How a request ended: with an answer, refused when connecting, or cut in its answer or for want of one. Late is one
 * whose connection ended before any answer, as it does for who comes while the last connections are closed: whether it
 * was taken, the database tells.
 */
export type End =
  { end: "answered"; status: number; location: string } | { end: "refused" | "cut" | "late"; why: string };

/** The sign form as a browser sends it, with a proof of work, under a name of its own: a crowd of one name is held. */
export const signFields = async (email: string): Promise<Record<string, string>> => ({
  ...{ name: `One of Many, ${email.split("@")[0]}`, email, version: "1", showName: "on" },
  proof: await makeProof(),
});

/** One client of a crowd: its own connection that is kept open, and its own address on the network. */
export class Signer {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #origin: string;
  readonly #server: string;
  /** How long to wait for an answer, in milliseconds. */
  patience = 20_000;

  /** @param server where it is sent to, when that is not the site's address */
  constructor(origin: string, server = origin) {
    this.#origin = origin;
    this.#server = server;
  }

  /** Signs the letter `slug`, or with `from` given, as if from that address. */
  async sign(slug: string, email: string, from: string): Promise<End> {
    return this.post(`/letters/${slug}/sign`, await signFields(email), from);
  }

  post(path: string, fields: Record<string, string>, from: string): Promise<End> {
    const body = new URLSearchParams(fields).toString();
    return new Promise((resolve) => {
      const asked = request(
        this.#server + path,
        {
          method: "POST",
          agent: this.#agent,
          headers: {
            "Content-Type": "application/x-www-form-urlencoded",
            "Content-Length": Buffer.byteLength(body),
            Origin: this.#origin,
            "X-Forwarded-For": from,
          },
        },
        (response) => {
          response.resume();
          response.on("end", () =>
            resolve({
              end: "answered",
              status: response.statusCode ?? 0,
              location: response.headers.location ?? "",
            }),
          );
          response.on("error", (fault) => resolve({ end: "cut", why: fault.message }));
        },
      );
      asked.setTimeout(this.patience, () => asked.destroy(new Error("no answer in time")));
      asked.on("error", (fault: NodeJS.ErrnoException) => resolve({ end: endOf(fault), why: fault.message }));
      asked.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

function endOf({ code = "" }: NodeJS.ErrnoException) {
  if (code === "ECONNREFUSED") return "refused";
  return ["ECONNRESET", "EPIPE"].includes(code) ? "late" : "cut";
}

/** Whether this is the answer to a signature that was taken. */
export const acknowledges = (end: End) =>
  end.end === "answered" && end.status === 303 && end.location.endsWith("/sign?mailed");

/**
 * The address of a made-up reader, another one for each number up to 16 million, and its neighbours elsewhere: limits
 * go by network, and many from one /24 are held.
 */
export const madeUpAddress = (number: number) =>
  `${1 + ((number >> 16) & 127)}.${(number >> 8) & 255}.${number & 255}.${1 + ((number >> 23) & 1)}`;
