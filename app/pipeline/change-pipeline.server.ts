import type { Account } from "#app/accounts/account.ts";
import type { Changes } from "#app/administration/act.ts";
import { recordAct } from "#app/administration/record-act.server.ts";
import type { Language } from "#app/languages/language.ts";
import { sql } from "#db/sql.ts";
import type { PipelineSettings } from "./pipeline.ts";
import { readPipeline } from "./read-pipeline.server.ts";
import { type ReadList, readWordList } from "./word-list.ts";

const said = (value: number | boolean) => (typeof value === "boolean" ? value : String(value));

/**
 * Sets what holds comments and letters, from the next one on; what waits already goes on waiting. Setting what is set already
 * changes nothing and is not written down.
 */
export async function changePipeline(
  by: Account,
  wish: Partial<PipelineSettings>,
): Promise<{ outcome: "changed" | "unchanged" | "forbidden" }> {
  if (by.role !== "admin") return { outcome: "forbidden" };
  return sql.begin(async (tx) => {
    await tx`select 1 from pipeline_settings for update`;
    const { wordsVersion: _version, ...before } = await readPipeline(tx);
    const change = { ...before, ...wish };
    const names = Object.keys(before) as (keyof PipelineSettings)[];
    const changes: Changes = Object.fromEntries(
      names
        .filter((name) => before[name] !== change[name])
        .map((name) => [name, [said(before[name]), said(change[name])]]),
    );
    if (Object.keys(changes).length === 0) return { outcome: "unchanged" as const };
    await tx`
      update pipeline_settings set first_comments = ${change.firstComments}, links_until = ${change.linksUntil},
        repeat_hours = ${change.repeatHours}, repeat_own = ${change.repeatOwn},
        several_letters = ${change.severalLetters}, repeat_accounts = ${change.repeatAccounts},
        flood_short = ${change.floodShort}, flood_day = ${change.floodDay},
        hold_letters = ${change.holdLetters}`;
    await recordAct(tx, by, "pipeline-set", { changes });
    return { outcome: "changed" as const };
  });
}

/**
 * Sets the list of words of one language that hold a comment; every process compiles it anew for the next comment. The
 * audit tells how many there were and are, not which.
 * @returns what is wrong with the list otherwise, and nothing is changed
 */
export async function changeWords(
  by: Account,
  language: Language,
  typed: string,
): Promise<
  | { outcome: "changed" }
  | { outcome: "unchanged" }
  | { outcome: "forbidden" }
  | Exclude<ReadList, { outcome: "read" }>
> {
  if (by.role !== "admin") return { outcome: "forbidden" };
  const list = readWordList(typed);
  if (list.outcome !== "read") return list;
  return sql.begin(async (tx) => {
    await tx`select 1 from pipeline_settings for update`;
    const entries = list.entries.join("\n");
    const count = list.entries.length;
    const [before] = await tx<{ entries: string; count: number }[]>`
      select entries, entry_count as count from word_lists where language = ${language}`;
    if (before?.entries === entries) return { outcome: "unchanged" as const };
    await tx`update word_lists set entries = ${entries}, entry_count = ${count} where language = ${language}`;
    await tx`update pipeline_settings set words_version = words_version + 1`;
    const changes: Changes = { words: [String(before?.count ?? 0), String(count)] };
    await recordAct(tx, by, "word-list-set", { subject: language, changes });
    return { outcome: "changed" as const };
  });
}
