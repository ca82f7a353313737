import type { ActionFunctionArgs } from "@remix-run/node";
import { storeImage } from "#app/letters/store-image.server.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";

/** Stores a picture for the editor's script, which shows the writer what went wrong. */
export async function action(args: ActionFunctionArgs) {
  const refuse = (error: string, status: number) => Response.json({ error }, { status });
  const { account } = await visitorOf(args);
  if (!account) return refuse("logged-out", 401);
  if ((await takeAttempt({ "upload by account": account.id })) !== null) return refuse("too-often", 429);
  const file = (await args.request.formData()).get("image");
  if (!(file instanceof File) || file.size === 0) return refuse("missing", 400);
  const result = await storeImage(account.id, new Uint8Array(await file.arrayBuffer()));
  return result.outcome === "stored" ? Response.json({ src: result.src }) : refuse("not-an-image", 415);
}
