import { commentHtml } from "#app/discussion/comment-html.ts";
import { sql } from "#db/sql.ts";
import type { Delivery, Reply, Update } from "./record.ts";

/** How many deliveries and updates stand before a letter's text; the rest are on their own pages. */
const shown = 3;
/** Characters of a reply that stand there. */
const longestExcerpt = 420;

/** `body` is that of the official who recorded it, null when the author did. */
type ReplyInRow = Pick<Reply, "id" | "name" | "office" | "day"> & { body: string | null };

/** What became of a letter, in short. */
export type Outcome = {
  /** The newest reply, with its beginning as HTML; "" when there is only an address. */
  reply: (ReplyInRow & { excerpt: string }) | null;
  replies: number;
  deliveries: Pick<Delivery, "id" | "addressee" | "day" | "signatures">[];
  updates: Pick<Update, "id" | "title" | "publishedAt">[];
};

/** What stands of a letter's replies, deliveries and updates before its text, in one question. */
export async function readOutcome(letterId: number): Promise<Outcome> {
  const [found] = await sql<
    {
      reply: (ReplyInRow & { text: string }) | null;
      replies: number;
      deliveries: Outcome["deliveries"];
      updates: { id: number; title: string; publishedAt: string }[];
    }[]
  >`
    select
      (select json_build_object('id', id, 'name', name, 'office', office, 'day', replied_on,
          'text', left(body, ${longestExcerpt * 2}),
          'body', coalesce(nullif(official ->> 'body', ''), official ->> 'siret'))
        from letter_replies where letter_id = ${letterId} order by replied_on desc, id desc limit 1) as reply,
      (select count(*)::int from letter_replies where letter_id = ${letterId}) as replies,
      (select coalesce(json_agg(d), '[]') from (
        select id, addressee, handed_on as day, signature_count as signatures from letter_deliveries
        where letter_id = ${letterId} order by handed_on desc, id desc limit ${shown}) d) as deliveries,
      (select coalesce(json_agg(u), '[]') from (
        select id, title, published_at as "publishedAt" from letter_updates
        where letter_id = ${letterId} order by id desc limit ${shown}) u) as updates`;
  if (!found) throw new Error("a question without tables had no answer");
  const { reply, replies, deliveries, updates } = found;
  return {
    reply: reply && showReply(reply),
    replies,
    deliveries,
    updates: updates.map((update) => ({ ...update, publishedAt: new Date(update.publishedAt) })),
  };
}

/** The first paragraph, as much of it as has room, up to a whole word. */
function excerptOf(body: string): string {
  const [first = ""] = body.split(/\n{2,}/);
  const cut =
    first.length > longestExcerpt ? `${first.slice(0, longestExcerpt).replace(/\s+\S*$/u, "")} …` : first;
  return commentHtml(cut).trim();
}

const showReply = ({ text, ...reply }: ReplyInRow & { text: string }) => ({
  ...reply,
  excerpt: excerptOf(text),
});
