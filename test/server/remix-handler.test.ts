import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { remixHandler } from "#app/server/remix-handler.ts";

/** A build whose every route answers with its own name and parameters. */
function buildOf(paths: Record<string, { path?: string; index?: boolean; parentId?: string }>): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries({ root: { path: "" }, ...paths }).map(([id, route]) => [
      id,
      {
        id,
        parentId: id === "root" ? undefined : "root",
        ...route,
        module: { loader: ({ params }: { params: object }) => Response.json({ id, params }) },
      },
    ]),
  );
  const assets = { routes: {}, entry: { module: "", imports: [] }, url: "", version: "1" };
  return { routes, assets, entry: { module: {} }, future: {}, publicPath: "/" } as unknown as ServerBuild;
}

const handle = remixHandler(
  buildOf({
    home: { index: true },
    list: { path: "letters" },
    mine: { path: "letters/mine" },
    letter: { path: "letters/:slug" },
    json: { path: "letters/:slug.json" },
    comment: { path: "letters/:slug/discussion/:comment" },
    vote: { path: "vote", parentId: "comment" },
    unknown: { path: "*" },
  }),
);
const ask = async (path: string) =>
  (
    await handle(new Request(`http://tribune.example${path}`), {} as AppLoadContext)
  ).json() as Promise<unknown>;

test.each([
  ["/", { id: "home", params: {} }],
  ["/letters", { id: "list", params: {} }],
  ["/letters/", { id: "list", params: {} }],
  ["/Letters", { id: "list", params: {} }],
  ["/letters/mine", { id: "mine", params: {} }],
  ["/letters/a-letter", { id: "letter", params: { slug: "a-letter" } }],
  ["/letters/a-letter.json", { id: "json", params: { slug: "a-letter" } }],
  ["/%6Cetters/mine", { id: "mine", params: {} }],
  ["/letters/l%C3%A9ttre", { id: "letter", params: { slug: "léttre" } }],
  ["/letters/a/discussion/7", { id: "comment", params: { slug: "a", comment: "7" } }],
  ["/letters/a/discussion/7/vote", { id: "vote", params: { slug: "a", comment: "7" } }],
  ["/nowhere/at/all", { id: "unknown", params: { "*": "nowhere/at/all" } }],
  ["/letters/a/b/c/d", { id: "unknown", params: { "*": "letters/a/b/c/d" } }],
])("%s is answered by the route that all routes together would choose", async (path, answer) => {
  expect(await ask(path)).toEqual(answer);
});
