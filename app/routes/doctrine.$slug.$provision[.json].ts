import type { LoaderFunctionArgs } from "@remix-run/node";
import { containerOf } from "#app/doctrine/annotation-json.ts";
import { provisionHref, revisionOf } from "#app/doctrine/doctrine-text.ts";
import { ancestorsOf, childrenOf } from "#app/doctrine/reading-order.ts";
import { readCitedBy, readDispositions } from "#app/doctrine/read-answers.server.ts";
import {
  findMoved,
  readHistory,
  readProvision,
  readReferences,
  shownState,
} from "#app/doctrine/read-provision.server.ts";
import { readOutline } from "#app/doctrine/read-text.server.ts";
import { askedData } from "#app/requests/doctrine.server.ts";

const unknown = () => Response.json({ error: "not-found" }, { status: 404 });

/** A provision with its history and what answers it: docs/api.md describes every field. */
export async function loader(args: LoaderFunctionArgs) {
  const asked = await askedData(args);
  if (asked instanceof Response) return asked;
  const { text } = asked;
  const address = args.params.provision ?? "";
  const provision =
    (await readProvision(text, address, asked.named)) ??
    (await readProvision(text, (await findMoved(text, address)) ?? ""));
  if (!provision) return unknown();
  const [history, citedBy, answers] = await Promise.all([
    readHistory(text, provision.id),
    readCitedBy(provision.id),
    readDispositions(provision.id),
  ]);
  args.context.madeOf.add("accounts").add("organisations");
  for (const id of citedBy.letterIds) args.context.madeOf.add(`letter:${id}`);
  const state = shownState(history, asked.revision);
  const revision = state && revisionOf(text, state.dated);
  const outline = revision ? await readOutline(text, revision) : [];
  const entry = outline.find(({ id }) => id === provision.id);
  if (!state || !entry) return unknown();
  const { origin } = args.context;
  const url = `${origin}${provisionHref(text.slug, provision.address)}`;
  const [standing] = answers.dispositions;
  const references = await readReferences(state.id, provision.id);
  const named = ({ kind, number, title, address }: typeof entry) => ({ kind, number, title, address });
  return Response.json({
    url,
    doctrine: `${origin}/doctrine/${text.slug}`,
    revision: state.dated,
    number: state.number,
    kind: state.kind,
    title: state.title,
    text: state.body ?? "",
    references,
    ancestors: ancestorsOf(outline, entry).map(named),
    children: childrenOf(outline, entry).map(named),
    history: history.map(({ dated, change, kind, number, title }) => ({
      revision: dated,
      change,
      ...{ kind, number, title },
    })),
    citations: {
      letterCount: citedBy.letterCount,
      organisationCount: citedBy.organisationCount,
      letters: citedBy.letters.map(({ slug, title, authorName, cited }) => ({
        url: `${origin}/letters/${slug}`,
        title,
        author: authorName,
        revision: cited,
      })),
    },
    comments: provision.discussion.commentCount,
    discussion: `${url}/discussion`,
    annotations: containerOf(origin, text.slug),
    officialAnswers: answers.answerCount,
    disposition: standing
      ? {
          decision: standing.decision,
          reasons: standing.reasons,
          revision: standing.dated,
          by: standing.name,
          organisation: standing.organisation?.name ?? null,
          madeAt: standing.madeAt,
        }
      : null,
  });
}
