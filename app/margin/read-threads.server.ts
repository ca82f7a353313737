import { readWrittenLetter } from "#app/co-authors/list-co-authors.server.ts";
import { reviewingRoles } from "#app/co-authors/co-author.ts";
import type { Language } from "#app/languages/language.ts";
import { type DocumentNode, plainText } from "#app/letters/document.ts";
import { sql } from "#db/sql.ts";
import type { MarginComment, MarginPassage, MarginPositions, MarginThread, MarginTurn } from "./margin.ts";
import { passagePlacer } from "./place-passage.ts";

/** The margin of a letter as one of its co-authors has it. */
export type Margin = {
  letter: { slug: string; title: string; language: Language; state: string };
  /** The decided text, plain: what a passage is quoted from. */
  text: string;
  /** Whether they write, resolve and reopen. */
  canWrite: boolean;
  /** Names of the other co-authors, whom a comment can mention. */
  people: string[];
  /** In the order of the text; those whose passage is gone stand last. */
  threads: MarginThread[];
};

/** All threads in the margin of a letter, or null for whoever is no co-author of it. */
export async function readMargin(slug: string, accountId: number): Promise<Margin | null> {
  const letter = await readWrittenLetter(slug, accountId);
  if (!letter) return null;
  const { id, title, language, state, role } = letter;
  const [[stored], rows, comments, turns, people] = await Promise.all([
    sql<{ draft: DocumentNode }[]>`select draft from letters where id = ${id}`,
    readRows(id),
    readComments(id),
    readTurns(id),
    sql<{ name: string }[]>`
      select a.name from co_authors c join accounts a on a.id = c.account_id and a.deleted_at is null
      where c.letter_id = ${id} and c.account_id <> ${accountId} order by c.joined_at, a.id`,
  ]);
  const text = stored ? plainText(stored.draft) : "";
  const placeIn = passagePlacer(text);
  const [commentsOf, turnsOf] = [byThread(comments), byThread(turns)];
  const threads = rows.map(({ begins, ends, resolved, id: thread, ...passage }) => ({
    id: thread,
    passage,
    positions: positionsOf(begins, ends),
    place: placeIn(passage),
    resolved,
    comments: commentsOf.get(thread) ?? [],
    turns: turnsOf.get(thread) ?? [],
  }));
  const order = ({ place }: MarginThread) => place?.start ?? Infinity;
  return {
    letter: { slug, title, language, state },
    text,
    canWrite: state === "draft" && reviewingRoles.includes(role),
    people: people.map(({ name }) => name),
    // Infinity minus Infinity is no order: where both are gone, the older one comes first.
    threads: threads.toSorted((one, other) => order(one) - order(other) || one.id - other.id),
  };
}

const readRows = (letterId: number) => sql<
  (MarginPassage & { id: number; begins: string | null; ends: string | null; resolved: boolean })[]
>`
  select id, quote, prefix, suffix, alone, encode(begins, 'base64') as begins, encode(ends, 'base64') as ends,
    resolved_at is not null as resolved
  from margin_threads where letter_id = ${letterId}`;

type InThread<Item> = Item & { thread: number };

const readComments = (letterId: number) => sql<InThread<MarginComment>[]>`
  select c.thread_id as thread, c.id, a.name as author, c.account_id as "authorId", c.body,
    array(
      select p.name from margin_mentions m join accounts p on p.id = m.account_id and p.deleted_at is null
      where m.comment_id = c.id order by p.id) as mentions,
    c.created_at as "createdAt", c.edited_at as "editedAt", c.deleted_at as "deletedAt"
  from margin_threads t join margin_comments c on c.thread_id = t.id join accounts a on a.id = c.account_id
  where t.letter_id = ${letterId} order by c.id`;

const readTurns = (letterId: number) => sql<InThread<MarginTurn>[]>`
  select u.thread_id as thread, u.id, u.turn, a.name as by, u.at
  from margin_threads t join margin_turns u on u.thread_id = t.id join accounts a on a.id = u.account_id
  where t.letter_id = ${letterId} order by u.id`;

function byThread<Item>(items: InThread<Item>[]): Map<number, Item[]> {
  const threads = new Map<number, Item[]>();
  for (const { thread, ...item } of items) {
    const known = threads.get(thread);
    // The rest of an item with a thread is the item: TypeScript does not follow that.
    if (known) known.push(item as Item);
    else threads.set(thread, [item as Item]);
  }
  return threads;
}

const positionsOf = (begins: string | null, ends: string | null): MarginPositions | null =>
  begins === null || ends === null
    ? null
    : // PostgreSQL breaks base64 into lines.
      { begins: begins.replaceAll("\n", ""), ends: ends.replaceAll("\n", "") };

/** How many threads in the margin of a letter are open; the caller has asked whether its reader is a co-author. */
export async function countOpenThreads(letterId: number): Promise<number> {
  const [found] = await sql<{ count: number }[]>`
    select count(*)::int as count from margin_threads where letter_id = ${letterId} and resolved_at is null`;
  return found?.count ?? 0;
}
