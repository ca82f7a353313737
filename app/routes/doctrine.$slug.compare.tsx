import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countChanges, readChanges } from "#app/doctrine/compare-revisions.server.ts";
import { revisionBefore, revisionOf } from "#app/doctrine/doctrine-text.ts";
import { readOutline } from "#app/doctrine/read-text.server.ts";
import { toldChanges } from "#app/doctrine/provision.ts";
import { RevisionChanges } from "#app/doctrine/revision-changes.tsx";
import { askedText } from "#app/requests/doctrine.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { notFound } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { text, search } = await askedText(args);
  const to = revisionOf(text, search.get("to"));
  if (!to) throw notFound();
  const from = search.has("from") ? revisionOf(text, search.get("from")) : revisionBefore(text, to);
  if (search.has("from") && !from) throw notFound();
  // A text with one revision has nothing to compare; its page says so.
  if (!from || from.id === to.id) return { text, from: from ?? to, to, compared: null };
  const change = toldChanges.find((choice) => choice === search.get("change")) ?? null;
  if (change === null && search.has("change")) throw notFound();
  const after = pageKey(search.get("after"));
  const [counts, { changed, next }, before, now] = await Promise.all([
    countChanges(text, from, to),
    readChanges(text, from, to, { change, after }),
    readOutline(text, from),
    readOutline(text, to),
  ]);
  // What was repealed is read in the revision before, everything else in the one after.
  const names = new Map([...before, ...now].map(({ id, slug }) => [id, slug]));
  const named = changed.map((one) => ({ ...one, slug: names.get(one.id) ?? one.address }));
  return { text, from, to, compared: { counts, changed: named, next, change, paged: after !== null } };
}

export const meta: MetaFunction<typeof loader> = phraseTitle("doctrine.compare", { indexed: true });

export default function CompareRevisions() {
  const { text, from, to, compared } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="page stack">
      <RevisionChanges text={text} from={from} to={to} compared={compared} />
    </main>
  );
}
