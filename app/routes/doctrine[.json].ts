import type { LoaderFunctionArgs } from "@remix-run/node";
import { listTexts } from "#app/doctrine/read-text.server.ts";

/** Every official text, as /doctrine shows them; docs/api.md describes every field. */
export async function loader({ context }: LoaderFunctionArgs) {
  const texts = await listTexts();
  context.madeOf.add("texts");
  for (const { id } of texts) context.madeOf.add(`text:${id}`);
  return Response.json({
    texts: texts.map(({ slug, title, language, dated, revisionCount, pieceCount, comments, letters }) => ({
      slug,
      url: `${context.origin}/doctrine/${slug}`,
      data: `${context.origin}/doctrine/${slug}.json`,
      title,
      language,
      revision: dated,
      revisions: revisionCount,
      provisions: pieceCount,
      comments,
      letters,
    })),
  });
}
