import { redirect } from "@remix-run/node";
import { roleIn } from "#app/co-authors/authorship.server.ts";
import { notFound } from "./visitor.server.ts";

/** What a page of a draft throws when there is none: whoever writes the published letter is led there. */
export async function elsewhere(slug: string, accountId: number) {
  return (await roleIn(slug, accountId)) ? redirect(`/letters/${slug}`) : notFound();
}
