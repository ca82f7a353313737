import type { LoaderFunctionArgs } from "@remix-run/node";
import { treeOf } from "#app/doctrine/provision-tree.ts";
import { readStates } from "#app/doctrine/read-provision.server.ts";
import { askedData } from "#app/requests/doctrine.server.ts";

/** A revision of a text, whole: docs/api.md describes every field. */
export async function loader(args: LoaderFunctionArgs) {
  const asked = await askedData(args);
  if (asked instanceof Response) return asked;
  const { text, revision } = asked;
  const states = await readStates(revision, 1, 1_000_000);
  return Response.json({
    title: revision.title,
    revision: revision.dated,
    url: `${args.context.origin}/doctrine/${text.slug}?revision=${revision.dated}`,
    language: text.language,
    source: revision.source,
    revisions: text.revisions.map(({ dated }) => dated),
    provisions: treeOf(states),
  });
}
