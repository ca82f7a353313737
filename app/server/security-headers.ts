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
    // The sign form's proof of work runs beside the page.
    "worker-src 'self'",
    "font-src 'self'",
    `connect-src 'self'${developing ? " ws:" : ""}`,
    "manifest-src 'self'",
    "object-src 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** What every answer carries; `secure` when browsers reach Tribune over https. */
export function securityHeaders(secure: boolean): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    // Links in mails hold tokens: another site gets to know the origin at most.
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Content-Security-Policy": contentSecurityPolicy(),
    ...(secure ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
  };
}

/** Sets what every answer carries. */
export function setSecurityHeaders(response: ServerResponse, secure: boolean): void {
  for (const [name, value] of Object.entries(securityHeaders(secure))) response.setHeader(name, value);
}
