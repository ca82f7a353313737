import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { Params } from "@remix-run/react";
import type { Place } from "#app/discussion/place.ts";
import { revisionOf } from "#app/doctrine/doctrine-text.ts";
import { findMoved, readHistory, readProvision } from "#app/doctrine/read-provision.server.ts";
import { readText } from "#app/doctrine/read-text.server.ts";
import { notFound } from "./visitor.server.ts";

// What the pages of a doctrine text do with a request.

/** The text of an address and the revision that it asks for; throws 404 when there is none. */
export async function askedText({ params, request, context }: LoaderFunctionArgs) {
  const { searchParams: search } = new URL(request.url);
  const text = await readText(params.slug ?? "");
  const revision = text && revisionOf(text, search.get("revision"));
  if (!text || !revision) throw notFound();
  context.madeOf.add(`text:${text.id}`);
  return { text, revision, search };
}

/**
 * A provision with its text. An address that it had before leads to the present one; where it names a revision, the
 * provision is shown there, for the present address may be another provision's in that revision.
 */
export async function askedProvision(args: LoaderFunctionArgs) {
  const asked = await askedText(args);
  const address = args.params.provision ?? "";
  const named = asked.search.has("revision") ? asked.revision : null;
  const provision = await readProvision(asked.text, address, named);
  if (provision) return { ...asked, provision };
  const moved = await findMoved(asked.text, address);
  if (moved === null) throw notFound();
  const there = named && (await readProvision(asked.text, moved));
  if (there) return { ...asked, provision: there };
  const url = new URL(args.request.url);
  const path = url.pathname.split("/");
  path[3] = encodeURIComponent(moved);
  throw redirect(path.join("/") + url.search);
}

/** Where an address of a provision's discussion is. */
export const provisionPlace = ({ slug = "", provision = "" }: Params): Place => ({ text: slug, provision });

/** A provision by what it is called in the newest revision that has it, for a page of its discussion. */
export async function askedDiscussion(args: LoaderFunctionArgs) {
  const { text, provision } = await askedProvision(args);
  const [last] = await readHistory(text, provision.id, []);
  if (!last) throw notFound();
  const { kind, number, title } = last;
  return { text, provision: { ...provision, kind, number, title } };
}

/**
 * The text and the revision of an address of data; in their place a 404 that names the revisions there are, when only
 * the revision is wrong. `named` is the revision where the address names one.
 */
export async function askedData({ params, request, context }: LoaderFunctionArgs) {
  const text = await readText(params.slug ?? "");
  if (!text) return Response.json({ error: "not-found" }, { status: 404 });
  const day = new URL(request.url).searchParams.get("revision");
  const revision = revisionOf(text, day);
  if (!revision) {
    const revisions = text.revisions.map(({ dated }) => dated);
    const message = `There is no revision of that day. The revisions are ${revisions.join(", ")}.`;
    return Response.json({ error: "unknown-revision", message, revisions }, { status: 404 });
  }
  context.madeOf.add(`text:${text.id}`);
  return { text, revision, named: day === null ? null : revision };
}
