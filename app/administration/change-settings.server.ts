import type { Account } from "#app/accounts/account.ts";
import { sql } from "#db/sql.ts";
import type { Act, Changes } from "./act.ts";
import { settingsIn } from "./read-settings.server.ts";
import { recordAct } from "./record-act.server.ts";
import type { RunningSettings } from "./running-settings.ts";

/**
 * Changes some of the settings, for every process at once (a trigger tells them), and writes down what they were.
 * Setting what is set already changes nothing and is not written down.
 * @param act what the change is called among what administrators did
 */
export async function changeSettings(
  by: Account,
  act: Act,
  change: Partial<RunningSettings>,
): Promise<{ outcome: "changed" | "unchanged" | "forbidden" }> {
  if (by.role !== "admin") return { outcome: "forbidden" };
  return sql.begin(async (tx) => {
    await tx`select 1 from running_settings for update`;
    const { bannerFromAt: _from, bannerUntilAt: _until, ...before } = await settingsIn(tx);
    const after = { ...before, ...change };
    const names = Object.keys(before) as (keyof RunningSettings)[];
    const changes: Changes = Object.fromEntries(
      names.filter((name) => before[name] !== after[name]).map((name) => [name, [before[name], after[name]]]),
    );
    if (Object.keys(changes).length === 0) return { outcome: "unchanged" as const };
    await tx`
      update running_settings set signing_open = ${after.signingOpen}, signing_text_en = ${after.signingTextEn},
        signing_text_fr = ${after.signingTextFr}, read_only = ${after.readOnly}, joining_open = ${after.joiningOpen},
        passkeys_required = ${after.passkeysRequired},
        banner_en = ${after.bannerEn}, banner_fr = ${after.bannerFr},
        banner_from = nullif(${after.bannerFrom}, '')::timestamp at time zone 'Europe/Paris',
        banner_until = nullif(${after.bannerUntil}, '')::timestamp at time zone 'Europe/Paris'`;
    await recordAct(tx, by, act, { changes });
    return { outcome: "changed" as const };
  });
}
