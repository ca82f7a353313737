import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportRecords } from "#app/chronicle/export-records.ts";
import { readRecords } from "#app/chronicle/read-records.server.ts";
import { exportTranslations } from "#app/translations/export-translations.server.ts";
import { citationHref, citationsIn } from "#app/doctrine/citation.ts";
import { listVersions, readLetter, readVersion } from "#app/letters/read-letter.server.ts";

/** The public data of a letter: docs/api.md describes every field. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const letter = await readLetter(params.slug ?? "");
  const version = letter && (await readVersion(letter.id, letter.version));
  if (!letter || !version) return Response.json({ error: "not-found" }, { status: 404 });
  context.madeOf.add(`letter:${letter.id}`);
  const [versions, records] = await Promise.all([listVersions(letter.id), readRecords(letter.id)]);
  const url = `${context.origin}/letters/${letter.slug}`;
  const readings = await exportTranslations(url, letter.id, version);
  return Response.json({
    url,
    slug: letter.slug,
    state: letter.open || letter.state !== "open" ? letter.state : "closed",
    language: letter.language,
    title: letter.title,
    summary: letter.summary,
    author: { kind: letter.authorKind, name: letter.authorName },
    addressees: letter.addressees,
    publishedAt: letter.publishedAt,
    closesOn: letter.closesOn,
    closedAt: letter.closedAt,
    version: {
      number: version.number,
      sha256: version.sha256,
      publishedAt: version.publishedAt,
      url: `${url}/versions/${version.number}.json`,
    },
    versions: versions.map(({ number, sha256, publishedAt, signatures }) => ({
      number,
      sha256,
      publishedAt,
      url: `${url}/versions/${number}.json`,
      signatures,
    })),
    document: version.document,
    translations: readings,
    citations: citationsIn(version.document).map((citation) => ({
      ...citation,
      url: `${context.origin}${citationHref(citation)}`,
    })),
    signatures: {
      confirmed: letter.signatureCount,
      imported: letter.importedCount,
      csv: `${url}/signatures.csv`,
    },
    comments: letter.commentCount,
    discussion: `${url}/discussion`,
    ...exportRecords(url, records),
  });
}
