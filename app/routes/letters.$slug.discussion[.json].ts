import type { LoaderFunctionArgs } from "@remix-run/node";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { commentList } from "#app/requests/comment-list.server.ts";

/** What is said of a letter, as data: docs/api.md describes every field. */
export async function loader(args: LoaderFunctionArgs) {
  const letter = await readLetter(args.params.slug ?? "");
  if (!letter) return Response.json({ error: "not-found" }, { status: 404 });
  args.context.madeOf.add(`letter:${letter.id}`);
  return commentList(args, { letter: letter.slug }, letter.discussion);
}
