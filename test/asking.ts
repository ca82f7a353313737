import { request } from "node:http";

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

/**
 * Asks a server exactly what is given: unlike fetch, any Host, Origin, path and broken bytes. Redirects are not
 * followed.
 */
export function ask(
  url: string,
  path: string,
  {
    method = "GET",
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

const form = { "Content-Type": "application/x-www-form-urlencoded" };

/** Posts a form as a page of the site itself would. */
export function post(
  url: string,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const body = new URLSearchParams(fields).toString();
  return ask(url, path, { method: "POST", headers: { ...form, Origin: url, ...headers }, body });
}

/** The cookies of an answer as the header a browser would send back. */
export function cookiesOf({ headers }: Answer): string {
  return [headers["set-cookie"] ?? []]
    .flat()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** Logs in. @returns the Cookie header of the session */
export async function logInAt(url: string, account: { email: string; password: string }): Promise<string> {
  const answer = await post(url, "/login", { email: account.email, password: account.password });
  if (answer.status !== 302 && answer.status !== 303) throw new Error(`log-in answered ${answer.status}`);
  return cookiesOf(answer);
}
