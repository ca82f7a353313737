import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parse as parseYaml } from "yaml";
import { z } from "zod";
import { anchorOf, findStretch } from "#app/discussion/anchor.ts";
import { type DocumentNode, plainText } from "#app/letters/document.ts";
import type { Transaction } from "#db/sql.ts";
import { after, hour } from "./moments.ts";

// Hours after the draft was begun.
const hours = z.number().positive();
const Margin = z.strictObject({
  coAuthors: z.array(z.strictObject({ name: z.string(), role: z.enum(["editor", "reviewer"]), hours })),
  threads: z.array(
    z.strictObject({
      quote: z.string(),
      comments: z.array(z.strictObject({ by: z.string(), hours, body: z.string().trim().min(1) })).min(1),
      resolved: z.strictObject({ by: z.string(), hours }).optional(),
    }),
  ),
});

/** Who writes a sample draft along, and the threads in its margin, from SLUG.margin.yaml; nothing without that file. */
export async function readSampleMargin(slug: string): Promise<z.output<typeof Margin> | null> {
  const file = new URL(`./letters/${slug}.margin.yaml`, import.meta.url);
  const text = await readFile(file, "utf8").catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === "ENOENT") return null;
    throw fault;
  });
  return text === null ? null : Margin.parse(parseYaml(text));
}

/** The co-authors of a draft, and its threads. Nobody is mailed. */
export async function writeMargin(
  tx: Transaction,
  letter: { id: number; document: DocumentNode },
  named: (name: string) => number,
  begunAt: Date,
  { coAuthors, threads }: z.output<typeof Margin>,
): Promise<void> {
  const at = (later: number) => after(begunAt, later * hour);
  for (const { name, role, hours: joined } of coAuthors) {
    await tx`
      insert into co_authors (letter_id, account_id, role, joined_at)
      values (${letter.id}, ${named(name)}, ${role}, ${at(joined)})`;
    await tx`
      insert into co_author_events (letter_id, actor_id, event, role, at)
      values (${letter.id}, ${named(name)}, 'joined', ${role}, ${at(joined)})`;
  }
  const text = plainText(letter.document);
  for (const { quote, comments, resolved } of threads) {
    const [first] = comments;
    const place = findStretch(text, quote, null);
    if (typeof place === "string" || !first)
      throw new Error(`"${quote}" stands not once in the sample draft.`);
    const { exact, prefix, suffix } = anchorOf(text, place);
    const [thread = { id: 0 }] = await tx<{ id: number }[]>`
      insert into margin_threads (letter_id, quote, prefix, suffix, alone, created_by, created_at, resolved_by, resolved_at)
      values (${letter.id}, ${exact}, ${prefix}, ${suffix}, true, ${named(first.by)}, ${at(first.hours)},
        ${resolved ? named(resolved.by) : null}, ${resolved ? at(resolved.hours) : null})
      returning id`;
    for (const { by, hours: later, body } of comments) {
      const [comment = { id: 0 }] = await tx<{ id: number }[]>`
        insert into margin_comments (thread_id, account_id, body, submission_key, created_at)
        values (${thread.id}, ${named(by)}, ${body}, ${randomUUID()}, ${at(later)}) returning id`;
      await tx`
        insert into margin_mentions (comment_id, account_id)
        select ${comment.id}, a.id from co_authors c join accounts a on a.id = c.account_id
        where c.letter_id = ${letter.id} and position('@' || a.name in ${body}::text) > 0`;
    }
    if (resolved)
      await tx`
        insert into margin_turns (thread_id, turn, account_id, at)
        values (${thread.id}, 'resolved', ${named(resolved.by)}, ${at(resolved.hours)})`;
  }
}
