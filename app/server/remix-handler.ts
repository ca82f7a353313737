import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";

type Handler = (request: Request, context: AppLoadContext) => Promise<Response>;

/**
 * What Remix answers with. It ranks every route anew for each request, which took a fifth of the time of a form, so
 * that routes are handed to it by the first segment of their path: a letter's page is not looked for among accounts.
 * What no group knows (an unknown page, Remix's own requests) is for all routes together.
 */
export function remixHandler(build: ServerBuild | (() => Promise<ServerBuild>)): Handler {
  // In development the routes may be other ones at each request.
  if (typeof build === "function") return createRequestHandler(build, process.env.NODE_ENV);
  const all = createRequestHandler(build, process.env.NODE_ENV);
  const groups = new Map(
    firstSegments(build).map((segment) => [
      segment,
      createRequestHandler(narrow(build, segment), process.env.NODE_ENV),
    ]),
  );
  return (request, context) => {
    const [, segment = ""] = new URL(request.url).pathname.split("/", 2);
    return (groups.get(segment) ?? all)(request, context);
  };
}

const segmentOf = (path: string | undefined) => (path ?? "").split("/", 1)[0] ?? "";

/** The first segments that routes are known by; "" is the home page's. Parameters and the splat are none. */
function firstSegments(build: ServerBuild): string[] {
  const segments = Object.values(build.routes)
    .filter((route) => route?.parentId === "root")
    .map((route) => segmentOf(route?.path));
  return [...new Set(segments)].filter((segment) => !/^[:*]/.test(segment));
}

/** The build with the root, the routes that begin with `segment` and those that may begin with anything. */
function narrow(build: ServerBuild, segment: string): ServerBuild {
  const belongs = (id: string): boolean => {
    const route = build.routes[id];
    if (!route) return false;
    if (route.parentId === undefined) return true;
    if (route.parentId !== "root") return belongs(route.parentId);
    const first = segmentOf(route.path);
    return first === segment || /^[:*]/.test(first);
  };
  const only = <Route>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => belongs(id)));
  return {
    ...build,
    routes: only(build.routes),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  };
}
