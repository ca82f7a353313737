import type { Language } from "#app/languages/language.ts";
import { type Queryable, sql } from "#db/sql.ts";
import type { PipelineSettings } from "./pipeline.ts";
import { type CompiledList, compileWordList } from "./word-list.ts";

export type ReadPipeline = PipelineSettings & {
  /** Goes up with each change of the word lists; at 0 both are empty. */
  wordsVersion: number;
};

/** What holds comments at this moment. It is asked of the database for every comment: one row, which is not cached. */
export async function readPipeline(db: Queryable = sql): Promise<ReadPipeline> {
  const [settings] = await db<ReadPipeline[]>`
    select first_comments as "firstComments", links_until as "linksUntil", repeat_hours as "repeatHours",
      repeat_own as "repeatOwn", several_letters as "severalLetters", repeat_accounts as "repeatAccounts",
      flood_short as "floodShort", flood_day as "floodDay", hold_letters as "holdLetters", words_version as "wordsVersion"
    from pipeline_settings`;
  if (!settings) throw new Error("the row of pipeline_settings is gone");
  return settings;
}

/** The list of one language as it was typed. */
export async function readWords(language: Language): Promise<string> {
  const [list] = await sql<
    { entries: string }[]
  >`select entries from word_lists where language = ${language}`;
  return list?.entries ?? "";
}

/** How many entries each list has. */
export async function countWords(): Promise<Record<Language, number>> {
  const lists = await sql<{ language: Language; count: number }[]>`
    select language, entry_count as count from word_lists`;
  const of = (language: Language) => lists.find((list) => list.language === language)?.count ?? 0;
  return { en: of("en"), fr: of("fr") };
}

/** This process's lists, compiled; both languages in one, for nobody is asked in which one they write. */
let compiled: { version: number; list: CompiledList } | null = null;

/** The lists ready to be looked up in: compiled once for each state of them. @param version the state that holds in `db` */
export async function compiledWords(db: Queryable, version: number): Promise<CompiledList> {
  if (compiled?.version === version) return compiled.list;
  const lists = await db<{ entries: string }[]>`select entries from word_lists order by language`;
  const list = compileWordList(lists.flatMap(({ entries }) => entries.split("\n")));
  compiled = { version, list };
  return list;
}
