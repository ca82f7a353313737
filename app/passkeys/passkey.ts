import { z } from "zod";
import { line } from "#app/accounts/account.ts";

export const passkeyLimits = { name: 60, each: 20, recoveryCodes: 10 };

/** A passkey as its holder sees it. */
export type Passkey = {
  id: number;
  name: string;
  addedAt: Date;
  usedAt: Date | null;
  /** Whether its maker keeps a copy, so that losing the device does not lose it. */
  backedUp: boolean;
};

/** What a passkey is asked for. */
export const purposes = ["add", "log-in", "after-password", "prove"] as const;
export type Purpose = (typeof purposes)[number];

export const PasskeyForm = z.object({ name: line(passkeyLimits.name, "passkeys.name.missing") });

/** What is done on the page of one's passkeys. */
export const passkeyActs = ["prove", "add", "rename", "remove", "ask", "free", "codes"] as const;
