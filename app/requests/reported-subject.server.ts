import type { AppLoadContext } from "@remix-run/node";
import { type ReportableKind, reportableKinds } from "#app/moderation/reason.ts";
import { readSubject, type Subject, subjectNamed } from "#app/moderation/subject.server.ts";
import { notFound } from "./visitor.server.ts";

/** What the address of a report names: `?comment=12`, `?letter=slug`, `?organisation=slug` or `?signature=7`. */
export async function reportedSubject(asked: {
  request: Request;
  context: AppLoadContext;
}): Promise<Subject & { kind: ReportableKind }> {
  const { searchParams } = new URL(asked.request.url);
  const kind = reportableKinds.find((each) => searchParams.has(each));
  const id = kind && (await subjectNamed(kind, searchParams.get(kind) ?? ""));
  const subject = kind && id ? await readSubject(kind, id) : null;
  if (!kind || !subject) throw notFound();
  return { ...subject, kind };
}
