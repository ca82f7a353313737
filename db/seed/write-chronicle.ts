import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parse as parseYaml } from "yaml";
import { z } from "zod";
import type { Transaction } from "#db/sql.ts";
import { after, day, hour } from "./moments.ts";

// Days after the letter was published.
const days = z.number().int().positive();
const Chronicle = z.strictObject({
  updates: z.array(z.strictObject({ days, title: z.string().min(1), body: z.string().trim().min(1) })),
  deliveries: z.array(z.strictObject({ days, addressee: z.string().min(1) })),
  replies: z.array(
    z.strictObject({ days, name: z.string().min(1), office: z.string(), body: z.string().trim().min(1) }),
  ),
});
type SampleChronicle = z.output<typeof Chronicle>;

/** What became of a sample letter, from SLUG.chronicle.yaml; null where there is no such file. */
export async function readChronicle(slug: string): Promise<SampleChronicle | null> {
  const file = new URL(`./letters/${slug}.chronicle.yaml`, import.meta.url);
  const text = await readFile(file, "utf8").catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === "ENOENT") return null;
    throw fault;
  });
  return text === null ? null : Chronicle.parse(parseYaml(text));
}

/** A letter's updates, deliveries and replies, by its author. Nobody is mailed: what they tell of is long past. */
export async function writeChronicle(
  tx: Transaction,
  slug: string,
  accountId: number,
  publishedAt: Date,
  { updates, deliveries, replies }: SampleChronicle,
): Promise<void> {
  const [letter = { id: 0 }] = await tx<{ id: number }[]>`select id from letters where slug = ${slug}`;
  const on = (later: number) => after(publishedAt, later * day + 3 * hour);
  for (const { days, title, body } of updates)
    await tx`
      insert into letter_updates (letter_id, title, body, account_id, published_at, submission_key)
      values (${letter.id}, ${title}, ${body}, ${accountId}, ${on(days)}, ${randomUUID()})`;
  for (const { days, addressee } of deliveries)
    await tx`
      insert into letter_deliveries (letter_id, addressee, handed_on, version_number, sha256, signature_count,
        version_signature_count, organisation_count, imported_count, account_id, recorded_at, submission_key)
      select l.id, ${addressee}, (${on(days)}::timestamptz at time zone 'Europe/Paris')::date, v.number, v.sha256,
        n.signed, n.on_version, n.organisations, 0, ${accountId}, ${on(days)}, ${randomUUID()}
      from letters l join letter_versions v on v.letter_id = l.id and v.number = l.current_version
      cross join lateral (
        select count(*)::int as signed, count(*) filter (where version_number = l.current_version)::int as on_version,
          count(*) filter (where kind = 'organisation')::int as organisations
        from signatures where letter_id = l.id and state = 'confirmed' and confirmed_at <= ${on(days)}) n
      where l.id = ${letter.id}`;
  for (const { days, name, office, body } of replies)
    await tx`
      insert into letter_replies (letter_id, name, office, replied_on, body, account_id, recorded_as, recorded_at,
        submission_key)
      values (${letter.id}, ${name}, ${office}, (${on(days)}::timestamptz at time zone 'Europe/Paris')::date, ${body},
        ${accountId}, 'author', ${on(days)}, ${randomUUID()})`;
}
