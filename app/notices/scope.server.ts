import { type Fragment, sql } from "#db/sql.ts";
import type { Thing } from "./subscription.ts";

/** The columns of a thing that is followed, for a row that names exactly one: the others are null. */
export function scopeOf({ kind, id }: Thing): {
  letter_id: number | null;
  text_id: number | null;
  thread_id: number | null;
  organisation_id: number | null;
} {
  const of = (wanted: Thing["kind"]) => (kind === wanted ? id : null);
  return {
    letter_id: of("letter"),
    text_id: of("text"),
    thread_id: of("thread"),
    organisation_id: of("organisation"),
  };
}

const columns = {
  letter: "letter_id",
  text: "text_id",
  thread: "thread_id",
  organisation: "organisation_id",
} as const;

/** That a row, which has the columns of `scopeOf`, is about a thing. A notice of an organisation is of no letter. */
export const isAbout = ({ kind, id }: Thing): Fragment =>
  kind === "organisation"
    ? sql`organisation_id = ${id}`
    : sql`${sql(columns[kind])} = ${id} and organisation_id is null`;
