import { setTimeout as sleep } from "node:timers/promises";
import { onPrimary } from "#db/reading.ts";
import { type Queryable, sql } from "#db/sql.ts";
import type { ReadSettings } from "./running-settings.ts";

/** This process's copy. It holds only while changes are heard of; `turn` counts what was heard. */
type Copy = { settings?: ReadSettings; current: boolean; hearing: boolean; turn: number };

declare global {
  var tribuneRunningSettings: Copy | undefined;
}

/** On `globalThis`: the server's own files and the built application are two module graphs of one process. */
const copy = (): Copy => (globalThis.tribuneRunningSettings ??= { current: false, hearing: false, turn: 0 });

/** How long a page waits for settings it has known before, in milliseconds: pages that need no database are shown without one. */
const patience = 1000;

/**
 * What administrators have set: from memory while every change is heard of, else asked of the database. When that
 * does not answer, what was known last holds: such pages as need no database are still shown, and nothing is written
 * anyway.
 */
export async function readRunningSettings(): Promise<ReadSettings> {
  const own = copy();
  if (own.settings && own.current && own.hearing) return own.settings;
  const asked = ask(own);
  const { settings } = own;
  // Without anything known there is nothing to fall back to, and the fault is the page's.
  if (!settings) return asked;
  return Promise.race([asked.catch(() => settings), sleep(patience, settings, { ref: false })]);
}

async function ask(own: Copy): Promise<ReadSettings> {
  const { turn } = own;
  // Everybody in this process is answered with it.
  const settings = await onPrimary(() => settingsIn());
  // What was asked before a change was told must not outlive it.
  if (own.turn === turn) {
    own.settings = settings;
    own.current = true;
  }
  return settings;
}

/** The settings as they stand in the database, past every copy. */
export async function settingsIn(db: Queryable = sql): Promise<ReadSettings> {
  const [settings] = await db<ReadSettings[]>`
    select signing_open as "signingOpen", signing_text_en as "signingTextEn", signing_text_fr as "signingTextFr",
      read_only as "readOnly", joining_open as "joiningOpen",
      passkeys_required as "passkeysRequired", banner_en as "bannerEn", banner_fr as "bannerFr",
      coalesce(to_char(banner_from at time zone 'Europe/Paris', 'YYYY-MM-DD"T"HH24:MI'), '') as "bannerFrom",
      coalesce(to_char(banner_until at time zone 'Europe/Paris', 'YYYY-MM-DD"T"HH24:MI'), '') as "bannerUntil",
      (extract(epoch from banner_from) * 1000)::float8 as "bannerFromAt",
      (extract(epoch from banner_until) * 1000)::float8 as "bannerUntilAt"
    from running_settings`;
  if (!settings) throw new Error("the row of running_settings is gone");
  return settings;
}

/** Forgets the copy: a change was told. */
export function forgetRunningSettings(): void {
  const own = copy();
  own.turn++;
  own.current = false;
}

/** Notes whether changes are heard of: while they are not, nothing is answered from memory. */
export function hearRunningSettings(hearing: boolean): void {
  copy().hearing = hearing;
  forgetRunningSettings();
}
