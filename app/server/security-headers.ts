import type { ServerResponse } from "node:http";

/**
 * The Content-Security-Policy of a page. Only pages that hydrate (the editor) carry inline scripts, those that
 * Remix writes, and name them by a nonce; every other page runs files of our own origin alone.
 */
export function contentSecurityPolicy(nonce?: string): string {
  // Vite's client injects styles and speaks over a WebSocket while developing.
  const developing = process.env.NODE_ENV === "development";
  return [
    "default-src 'none'",
    `script-src 'self'${nonce ? ` 'nonce-${nonce}'` : ""}${developing ? " 'unsafe-inline'" : ""}`,
    `style-src 'self'${developing ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${developing ? " ws:" : ""}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Sets what every answer carries; `secure` when browsers reach Tribune over https. */
export function setSecurityHeaders(response: ServerResponse, secure: boolean): void {
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("X-Frame-Options", "DENY");
  // Links in mails hold tokens: another site gets to know the origin at most.
  response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  response.setHeader("Content-Security-Policy", contentSecurityPolicy());
  if (secure) response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}
