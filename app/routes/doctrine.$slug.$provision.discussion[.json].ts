import type { LoaderFunctionArgs } from "@remix-run/node";
import { findMoved, readProvision } from "#app/doctrine/read-provision.server.ts";
import { readText } from "#app/doctrine/read-text.server.ts";
import { commentList } from "#app/requests/comment-list.server.ts";

/** What is said of a provision, as data, at its present address or one that it had: docs/api.md describes every field. */
export async function loader(args: LoaderFunctionArgs) {
  const text = await readText(args.params.slug ?? "");
  const asked = args.params.provision ?? "";
  const provision =
    text &&
    ((await readProvision(text, asked)) ?? (await readProvision(text, (await findMoved(text, asked)) ?? "")));
  if (!text || !provision) return Response.json({ error: "not-found" }, { status: 404 });
  args.context.madeOf.add(`text:${text.id}`);
  return commentList(args, { text: text.slug, provision: provision.address }, provision.discussion);
}
