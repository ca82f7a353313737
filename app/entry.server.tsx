import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { randomBytes } from "node:crypto";
import { Writable } from "node:stream";
import { renderToPipeableStream } from "react-dom/server";
import { readPageReader } from "#app/requests/page-reader.server.ts";
import { contentSecurityPolicy } from "#app/server/security-headers.ts";
import { NonceContext } from "#app/ui/nonce.tsx";
import { hydrates } from "#app/ui/hydration.ts";

/** How long a page may take to render before it is given up. */
export const streamTimeout = 10_000;

/** Renders a page whole before it is sent: a fault while rendering is then a 500, not half a page. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const { errors, loaderData } = remixContext.staticHandlerContext;
  // After an action that threw, Remix asks no loader of the route that shows the fault, which is the root: its
  // page would know neither language nor account.
  if (errors && !loaderData.root)
    loaderData.root = (await readPageReader({ request, context: loadContext })).reader;
  const routes = remixContext.staticHandlerContext.matches.map(
    (match) => remixContext.routeModules[match.route.id],
  );
  const nonce = routes.some((route) => hydrates(route?.handle))
    ? randomBytes(16).toString("base64")
    : undefined;
  return new Promise((resolve, reject) => {
    let failed: unknown;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={streamTimeout} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady() {
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.set("Content-Security-Policy", contentSecurityPolicy(nonce));
          if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
          // Remix drops an action's headers unless its route repeats them.
          for (const action of Object.values(remixContext.staticHandlerContext.actionHeaders)) {
            const wait = action.get("Retry-After");
            if (wait) headers.set("Retry-After", wait);
          }
          headers.append("Vary", "Accept-Language, Cookie");
          if (failed !== undefined) loadContext.fault = failed;
          pipe(
            collect((html) => {
              headers.set("Content-Length", String(html.byteLength));
              resolve(new Response(html, { status: failed === undefined ? status : 500, headers }));
            }),
          );
        },
        onShellError: reject,
        onError(fault) {
          failed = fault;
        },
      },
    );
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}

/** Takes a page in pieces and hands it on in one: it is ready anyway, and each piece would be a write of its own. */
function collect(done: (page: Uint8Array<ArrayBuffer>) => void): Writable {
  const pieces: Buffer[] = [];
  return new Writable({
    write(piece: Buffer, _encoding, next) {
      // React uses its buffer again after the write.
      pieces.push(Buffer.from(piece));
      next();
    },
    final(next) {
      done(Buffer.concat(pieces));
      next();
    },
  });
}

/** Keeps the fault for the server, which logs it and answers with the right plain page. */
export function handleError(
  fault: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted || isRouteErrorResponse(fault)) return;
  context.fault = fault;
}
