import { z } from "zod";
import { oneLine } from "#app/accounts/account.ts";
import type { Language } from "#app/languages/language.ts";
import type { Phrase } from "#app/languages/translate.ts";

/** What administrators change while Tribune runs. Times are hours in Paris, "2026-11-26T14:05", or empty. */
export type RunningSettings = {
  signingOpen: boolean;
  signingTextEn: string;
  signingTextFr: string;
  readOnly: boolean;
  joiningOpen: boolean;
  /** Whether moderators and administrators have to show a passkey. */
  passkeysRequired: boolean;
  bannerEn: string;
  bannerFr: string;
  bannerFrom: string;
  bannerUntil: string;
};

/** The settings, and when the banner stands, in milliseconds since 1970. */
export type ReadSettings = RunningSettings & { bannerFromAt: number | null; bannerUntilAt: number | null };

export const settingLimits = { signingText: 500, banner: 300 };

const phrase = (key: Phrase) => key;

const said = (longest: number) =>
  z
    .string(phrase("administration.text.missing"))
    .transform(oneLine)
    .pipe(z.string().min(1, phrase("administration.text.missing")).max(longest, phrase("form.tooLong")));

/** A minute in Paris as a browser's `datetime-local` gives it, or nothing. */
const Minute = z
  .string()
  .default("")
  .transform((value) => value.trim())
  .refine((value) => value === "" || isMinute(value), phrase("administration.minute.wrong"));

function isMinute(value: string): boolean {
  if (!/^20\d\d-\d\d-\d\dT\d\d:\d\d$/.test(value)) return false;
  const read = new Date(`${value}:00Z`);
  // 31 February would become 3 March.
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(value);
}

export const CloseSigningForm = z.object({
  signingTextEn: said(settingLimits.signingText),
  signingTextFr: said(settingLimits.signingText),
});

export const BannerForm = z
  .object({
    bannerEn: said(settingLimits.banner),
    bannerFr: said(settingLimits.banner),
    bannerFrom: Minute,
    bannerUntil: Minute,
  })
  .refine(({ bannerFrom, bannerUntil }) => !bannerFrom || !bannerUntil || bannerFrom < bannerUntil, {
    path: ["bannerUntil"],
    message: phrase("administration.banner.until.early"),
  });

/** The banner that every page shows at this moment, in the reader's language; null when there is none. */
export function bannerNow(settings: ReadSettings, language: Language, now = Date.now()): string | null {
  const { bannerFromAt, bannerUntilAt } = settings;
  if (bannerFromAt !== null && now < bannerFromAt) return null;
  if (bannerUntilAt !== null && now >= bannerUntilAt) return null;
  return (language === "fr" ? settings.bannerFr : settings.bannerEn) || null;
}

/** What stands in place of every form to sign; null while signing is open. */
export function signingClosed(settings: ReadSettings, language: Language): string | null {
  if (settings.signingOpen) return null;
  return language === "fr" ? settings.signingTextFr : settings.signingTextEn;
}

/** Logging in and out and what that takes, how one reads, and the console itself: what may be posted while nothing else is written. */
const alwaysOpen =
  /^\/(?:login(?:\/passkey)?|logout|preferences|passkeys\/(?:challenge|prove)|settings\/passkeys|identity\/official|organisations\/[^/]+\/login|administration(?:\/[^/]+)*)(?:\.data)?\/*$/i;

/** What the law gives people at any time: to end mails, to see, correct and erase what is held, to take a signature back. */
const rights: { path: RegExp; intents: string[] | "any" }[] = [
  { path: /^\/notices\/unsubscribe\/[^/]+$/, intents: "any" },
  { path: /^\/my-data(?:\/[^/]+\/erase)?$/, intents: "any" },
  { path: /^\/my-data\/[^/]+\/signatures\/[^/]+$/, intents: "any" },
  { path: /^\/signatures\/[^/]+$/, intents: ["withdraw", "leave-alone", "keep-from-press"] },
  { path: /^\/settings\/tokens$/, intents: ["revoke"] },
  { path: /^\/settings$/, intents: ["delete", "session", "everywhere"] },
];

/** A path without the slashes at its end, and what Remix puts there. A pattern would go through a row of slashes for each of them. */
function withoutEnd(pathname: string): string {
  let end = pathname.length;
  while (pathname[end - 1] === "/") end--;
  return pathname.slice(0, end).replace(/\.data$/, "");
}

/**
 * Whether a form may be sent in read-only mode.
 * @param pathname resolved: without dots and escapes
 * @param fields what the form says, where it is one that says it in plain sight
 */
export function mayPostWhileReadOnly(pathname: string, fields?: URLSearchParams): boolean {
  if (alwaysOpen.test(pathname)) return true;
  const [intent = "", ...more] = fields?.getAll("intent") ?? [];
  const path = withoutEnd(pathname);
  return rights.some(
    (right) =>
      right.path.test(path) &&
      (right.intents === "any" || (more.length === 0 && right.intents.includes(intent))),
  );
}
