import { createHash } from "node:crypto";
import type { ProvisionTree } from "#app/doctrine/provision.ts";
import { sql, type Transaction } from "#db/sql.ts";

let made = 0;

/** A provision with what `wish` says of it; a rule without title unless told otherwise. */
export const provision = (
  number: string,
  text: string,
  wish: Partial<ProvisionTree> = {},
): ProvisionTree => ({
  number,
  text,
  kind: "rule",
  title: "",
  children: [],
  ...wish,
});

export type MadeText = {
  id: number;
  slug: string;
  /** The ids of its provisions by their slugs. */
  provisions: Record<string, number>;
  /** The ids of its revisions by their days. */
  revisions: Record<string, number>;
};

/**
 * A doctrine text with the revisions given, the oldest first, written straight to the tables: provisions of one number
 * are the same, and nothing is asked. Annotations are not placed.
 */
export async function makeText(
  revisions: { dated: string; provisions: ProvisionTree[] }[],
  wish: { slug?: string; title?: string; language?: "fr" | "en" } = {},
): Promise<MadeText> {
  const { slug = `doctrine-${++made}`, title = "A doctrine", language = "fr" } = wish;
  return sql.begin(async (tx) => {
    const [text] = await tx<{ id: number }[]>`
      insert into doctrine_texts (slug, title, language) values (${slug}, ${title}, ${language}) returning id`;
    const all: MadeText = { id: text?.id ?? 0, slug, provisions: {}, revisions: {} };
    let before = new Map<string, { text: string; parent: number | null }>();
    for (const { dated, provisions } of revisions) {
      const [revision] = await tx<{ id: number }[]>`
        insert into revisions (text_id, dated, title, sha256, provision_count)
        values (${all.id}, ${dated}, ${title}, ${createHash("sha256").update(JSON.stringify(provisions)).digest("hex")},
          ${Math.max(1, provisions.length)}) returning id`;
      all.revisions[dated] = revision?.id ?? 0;
      before = await writeStates(tx, all, revision?.id ?? 0, provisions, before);
    }
    return all;
  });
}

/** The days of the revisions of a text of `makeRenumbered`. */
export const renumbered = { before: "2025-07-05", now: "2026-04-03" } as const;

/**
 * A text whose number 9 is used again: what was rule 9 in the first revision is rule 10 in the second, where another
 * provision is rule 9; rule 13 is gone, and another provision has its number. As an import leaves it.
 * @returns its provisions by their addresses: "9", "10", "13", "13~2025-07-05"
 */
export async function makeRenumbered(slug?: string): Promise<MadeText> {
  const { before, now } = renumbered;
  const text = await makeText(
    [
      { dated: before, provisions: [provision("old9", "Old nine."), provision("old13", "Old thirteen.")] },
      {
        dated: now,
        provisions: [
          provision("new9", "New nine."),
          provision("old9", "Old nine."),
          provision("new13", "New thirteen."),
        ],
      },
    ],
    { language: "en", ...(slug === undefined ? {} : { slug }) },
  );
  const provisions: Record<string, number> = {};
  const rename = async (made: string, address: string, names: Record<string, string>) => {
    const id = text.provisions[made] ?? 0;
    provisions[address] = id;
    await sql`update provisions set slug = ${address} where id = ${id}`;
    for (const [dated, name] of Object.entries(names))
      await sql`
        update provision_states set slug = ${name}, number = ${name}
        where provision_id = ${id} and revision_id = ${text.revisions[dated] ?? 0}`;
  };
  await rename("old9", "10", { [before]: "9", [now]: "10" });
  await rename("new9", "9", { [now]: "9" });
  await rename("old13", `13~${before}`, { [before]: "13" });
  await rename("new13", "13", { [now]: "13" });
  return { ...text, provisions };
}

/** The next revision of a text, a year after the newest: the same but for what one provision says. */
export async function reviseText(slug: string, changed: string, body: string): Promise<void> {
  await sql.begin(async (tx) => {
    const [revision] = await tx<{ id: number; before: number }[]>`
      with newest as (
        select r.* from revisions r join doctrine_texts t on t.id = r.text_id where t.slug = ${slug}
        order by r.dated desc limit 1
      ), made as (
        insert into revisions (text_id, dated, title, sha256, provision_count)
        select text_id, (dated + interval '1 year')::date, title, encode(sha256(${body}::bytea), 'hex'), provision_count
        from newest returning id
      )
      select made.id, newest.id as before from made, newest`;
    await tx`
      insert into provision_states (revision_id, provision_id, parent_id, position, depth, descendants, kind, number,
        title, body, slug, change)
      select ${revision?.id ?? 0}, provision_id, parent_id, position, depth, descendants, kind, number, title,
        case when slug = ${changed} then ${body} else body end, slug, case when slug = ${changed} then 'changed' else 'kept' end
      from provision_states where revision_id = ${revision?.before ?? 0}`;
  });
}

type Before = Map<string, { text: string; parent: number | null }>;

async function writeStates(
  tx: Transaction,
  text: MadeText,
  revision: number,
  provisions: ProvisionTree[],
  before: Before,
): Promise<Before> {
  const now: Before = new Map();
  let position = 0;
  const write = async (trees: ProvisionTree[], parent: number | null, depth: number): Promise<void> => {
    for (const tree of trees) {
      const slug = tree.number || `${tree.kind}-${position + 1}`;
      text.provisions[slug] ??= await newProvision(tx, text.id, slug);
      const id = text.provisions[slug];
      const known = before.get(slug);
      const change = !known
        ? "new"
        : known.text !== tree.text
          ? "changed"
          : known.parent !== parent
            ? "moved"
            : "kept";
      now.set(slug, { text: tree.text, parent });
      await tx`
        insert into provision_states (revision_id, provision_id, parent_id, position, depth, descendants, kind, number,
          title, body, slug, change)
        values (${revision}, ${id}, ${parent}, ${++position}, ${depth}, ${countBelow(tree)}, ${tree.kind}, ${tree.number},
          ${tree.title}, ${tree.text}, ${slug}, ${change})`;
      await write(tree.children, id, depth + 1);
    }
  };
  await write(provisions, null, 0);
  return now;
}

async function newProvision(tx: Transaction, textId: number, slug: string): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into provisions (text_id, slug) values (${textId}, ${slug}) returning id`;
  return row?.id ?? 0;
}

const countBelow = ({ children }: ProvisionTree): number =>
  children.reduce((sum, child) => sum + 1 + countBelow(child), 0);
