import type { Delivery, HistoryEvent, Reply, Update } from "./record.ts";

/**
 * What became of a letter as its public data: docs/api.md describes every field.
 * @param url the letter's page
 */
export function exportRecords(
  url: string,
  records: { updates: Update[]; deliveries: Delivery[]; replies: Reply[]; history: HistoryEvent[] },
) {
  return {
    updates: records.updates.map(({ id, title, body, publishedAt }) => ({
      title,
      text: body,
      publishedAt,
      url: `${url}/updates/${id}`,
    })),
    deliveries: records.deliveries.map(({ addressee, day, recordedAt, version, sha256, ...counted }) => ({
      addressee,
      day,
      version: { number: version, sha256, url: `${url}/versions/${version}.json` },
      signatures: {
        confirmed: counted.signatures,
        onVersion: counted.onVersion,
        organisations: counted.organisations,
        imported: counted.imported,
      },
      recordedAt,
    })),
    replies: records.replies.map(
      ({ id, name, office, day, body, address, recordedAs, official, recordedAt }) => ({
        name,
        office,
        day,
        text: body,
        address: address || null,
        recordedBy: recordedAs,
        official: official && { body: official.body, siret: official.siret, issuer: official.issuer },
        recordedAt,
        url: `${url}/replies/${id}`,
      }),
    ),
    history: records.history.map(({ event, day, at, by, closesOn, words, ...rest }) => ({
      event,
      day,
      at,
      by,
      ...(event === "version" || event === "published" ? { version: rest.id } : {}),
      ...(event === "version" || event === "reopened" ? { reason: words } : {}),
      ...(event === "reopened" ? { closesOn } : {}),
      ...(event === "update" ? { url: `${url}/updates/${rest.id}` } : {}),
      ...(event === "reply" ? { url: `${url}/replies/${rest.id}` } : {}),
      ...(event === "delivered" ? { addressee: rest.name, signatures: rest.count } : {}),
    })),
  };
}
