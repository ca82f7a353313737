import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";

type Handler = (request: Request, context: AppLoadContext) => Promise<Response>;

/**
 * What Remix answers with. It ranks every route anew for each request, which took a fifth of the time of a form; so
 * it is handed those routes alone that an address can belong to by its segments, mostly the root and one or two.
 */
export function remixHandler(build: ServerBuild | (() => Promise<ServerBuild>)): Handler {
  const all = createRequestHandler(build, process.env.NODE_ENV);
  // In development the routes may be other ones at each request.
  if (typeof build === "function") return all;
  const routes = Object.keys(build.routes).map((id) => {
    const above = withParents(build, id);
    return { above, segments: above.flatMap((each) => segmentsOf(build.routes[each]?.path ?? "")) };
  });
  const handlers = new Map<string, Handler>();
  return (request, context) => {
    const { pathname } = new URL(request.url);
    // Remix's own requests, and paths that it decodes before it looks.
    if (pathname.includes("%") || /^\/__|\.data$/.test(pathname)) return all(request, context);
    const asked = segmentsOf(pathname.toLowerCase());
    const fitting = routes.flatMap(({ above, segments }) => (mayFit(segments, asked) ? above : []));
    const key = fitting.join(" ");
    let handler = handlers.get(key);
    if (!handler)
      handlers.set(key, (handler = createRequestHandler(narrow(build, fitting), process.env.NODE_ENV)));
    return handler(request, context);
  };
}

/**
 * Tells the pattern of the route that an address belongs to, such as `/letters/:slug`: of several that fit, the one with the
 * most that is fixed. `undefined` where there is none but the page for what is not found, and in development.
 */
export function routeReader(
  build: ServerBuild | (() => Promise<ServerBuild>),
): (address: string) => string | undefined {
  if (typeof build === "function") return () => undefined;
  const patterns = Object.keys(build.routes)
    .map((id) => withParents(build, id).flatMap((each) => segmentsOf(build.routes[each]?.path ?? "")))
    .filter((segments) => !segments.includes("*"));
  const open = (segments: string[]) => segments.filter((segment) => segment.startsWith(":")).length;
  patterns.sort((one, other) => open(one) - open(other));
  return (address) => {
    const asked = segmentsOf(
      address
        .split("?")[0]
        ?.replace(/\.data$/, "")
        .toLowerCase() ?? "",
    );
    const found = patterns.find((segments) => mayFit(segments, asked));
    return found && `/${found.join("/")}`;
  };
}

const segmentsOf = (path: string) => path.split("/").filter(Boolean);

/** Whether the segments of an address can be those of a route: a parameter stands for any one, a splat for any number. */
function mayFit(route: string[], asked: string[]): boolean {
  if (route.some((segment) => segment === "*" || segment.endsWith("?"))) return true;
  return (
    route.length === asked.length &&
    route.every((segment, place) => segment.startsWith(":") || segment.toLowerCase() === asked[place])
  );
}

/** A route and those it lies in, the root first. */
function withParents(build: ServerBuild, id: string): string[] {
  const parent = build.routes[id]?.parentId;
  return [...(parent === undefined ? [] : withParents(build, parent)), id];
}

/** The build with its root and these routes alone. */
function narrow(build: ServerBuild, ids: string[]): ServerBuild {
  const kept = new Set(["root", ...ids]);
  const only = <Route>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id)));
  return {
    ...build,
    routes: only(build.routes),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  };
}
