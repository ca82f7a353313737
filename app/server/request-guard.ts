import type { IncomingHttpHeaders } from "node:http";

/** The largest body of an ordinary form; a letter of 200 pages is 0.5 MB. */
export const largestForm = 1024 * 1024;
/** The largest picture one can send; app/letters/store-image.server.ts makes it smaller. */
export const largestUpload = 8 * 1024 * 1024;
/** The largest body with an official text: its page tells of a file above 10 MB and keeps what was typed. */
export const largestText = 16 * 1024 * 1024;

export type Refusal = 400 | 413;

/**
 * Whether an unsafe request comes from our own pages. Remix's own check leaves `?_data=`, resource routes and a
 * missing Origin unguarded and believes X-Forwarded-Host, so it is done here, before Remix, for every path.
 * A browser sends Origin with each POST; where an old one does not, Sec-Fetch-Site must say "same-origin".
 */
export function comesFromUs(headers: IncomingHttpHeaders, allowed: Set<string>): boolean {
  const { origin } = headers;
  if (origin !== undefined) return allowed.has(origin);
  return headers["sec-fetch-site"] === "same-origin";
}

/**
 * Whether an unsafe request to `path` may come from anywhere: mail providers post a one-click unsubscription (RFC 8058)
 * without an origin. All that it can do is in the token of its address; its route asks for no cookie.
 */
export const takesForeignPost = (path: string): boolean => /^\/notices\/unsubscribe\/[\w-]+$/.test(path);

/**
 * Whether a path is the API's for programs (app/requests/api.server.ts): it believes a token and no cookie, so that an
 * origin would say nothing.
 */
export const isApiPath = (path: string): boolean => path.startsWith("/api/v1/");

/** How many bytes the body of a request to `path` may have. */
export function largestBody(path: string): number {
  // 50,000 lines of words too: its page tells of what is longer and keeps what was typed.
  if (path === "/doctrine/import" || path === "/administration/moderation") return largestText;
  // Its page tells of a file above 5 MB and keeps what was typed.
  if (path === "/letters/import") return largestUpload;
  const takesPicture = /^\/(?:images(?:\/upload)?|organisations\/[^/]+\/edit)$/.test(path);
  return takesPicture ? largestUpload : largestForm;
}

/**
 * Reads a body whole, or says why not: 413 when it is larger than `limit`, 400 when it is no form or not UTF-8.
 * Remix would read on for as long as somebody sends.
 */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  headers: IncomingHttpHeaders,
  limit: number,
  { forms }: { forms: boolean } = { forms: true },
): Promise<Uint8Array<ArrayBuffer> | Refusal> {
  if (Number(headers["content-length"] ?? 0) > limit) return 413;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) return 413;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  // What a program sends is read where it is known who it is.
  if (!forms) return bytes;
  const contentType = headers["content-type"] ?? "";
  return isReadableText(bytes, contentType) && (await isForm(bytes, contentType)) ? bytes : 400;
}

/** Whether an action can read the body: every one of them takes a form, and Remix would answer others with 500. */
async function isForm(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<boolean> {
  if (contentType.startsWith("application/x-www-form-urlencoded")) return true;
  if (!contentType.startsWith("multipart/form-data")) return false;
  try {
    await new Response(bytes, { headers: { "Content-Type": contentType } }).formData();
    return true;
  } catch {
    return false;
  }
}

/** An ordinary form must be UTF-8, percent-encoded bytes too, without the NUL that PostgreSQL cannot store. */
function isReadableText(bytes: Uint8Array, contentType: string): boolean {
  if (!contentType.startsWith("application/x-www-form-urlencoded")) return true;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !decodeURIComponent(text.replaceAll("+", " ")).includes("\0");
  } catch {
    return false;
  }
}

/** A path whose escapes are broken or hold NUL can be no page of ours, and PostgreSQL would choke on it. */
export function isReadablePath(url: string): boolean {
  // `//host/path` and `/\host/path` would be taken for the URL of another host.
  if (/^\/[/\\]/.test(url)) return false;
  try {
    return !decodeURIComponent(url.replaceAll("+", " ")).includes("\0");
  } catch {
    return false;
  }
}
