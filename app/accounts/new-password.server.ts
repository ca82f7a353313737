import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectRoot } from "#db/migrate.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { Email, GivenPassword, limits, line } from "./account.ts";

const phrase = (key: Phrase) => key;

/**
 * What stands in known-passwords.txt of a password: 48 bits of SHA-256, whatever its case. The file holds no password: some
 * of them are insults, and each was somebody's.
 */
export const markOfPassword = (password: string): string =>
  createHash("sha256").update(password.normalize("NFKC").toLowerCase()).digest("base64url").slice(0, 8);

let marks: Set<string> | undefined;

/** Whether a password is among the 20,000 of ten characters and more that people took most often where passwords leaked. */
export function isKnownPassword(password: string): boolean {
  marks ??= new Set(
    readFileSync(join(projectRoot(), "app/accounts/known-passwords.txt"), "utf8").split("\n"),
  );
  return marks.has(markOfPassword(password));
}

/** Words that come to mind on this site, in letters alone; the longer before those that they begin with. */
const wordsOfTheSite = [
  ...["tribunes", "tribune", "openletters", "openletter", "lettresouvertes", "lettreouverte"],
  ...["signatures", "signature", "petitions", "petition", "doctrines", "doctrine", "letters", "letter"],
  ...["lettres", "lettre", "moderator", "moderateur", "moderatrice", "moderation"],
  ...["administrator", "administrateur", "administratrice", "administration", "admin"],
  ...["motdepasse", "password", "passwort", "welcome", "bienvenue"],
];
const onlyWordsOfTheSite = new RegExp(`^(?:${wordsOfTheSite.join("|")})+$`);

/** The words of a host name: "letters" and "example" of "letters.example.org". */
const wordsOfHost = (address: string | undefined): string[] =>
  address ? new URL(address).hostname.split(".").slice(0, -1) : [];

/**
 * Whether a password is made of words of this site, or is one label of its host name, with digits and signs around them at
 * the most: "Tribune2026!", "open-letter-2026".
 */
export function isMadeOfTheSite(password: string): boolean {
  const letters = password
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}]/gu, "");
  const ofHost = wordsOfHost(process.env.PUBLIC_URL).map((word) => word.replace(/[^\p{L}]/gu, ""));
  return onlyWordsOfTheSite.test(letters) || (letters !== "" && ofHost.includes(letters));
}

/** A password that somebody chooses: its length, and that it is not one of those that are tried first. */
export const NewPassword = z
  .string(phrase("form.password.missing"))
  .min(limits.passwordShortest, phrase("form.password.short"))
  .max(limits.passwordLongest, phrase("form.tooLong"))
  .refine((password) => !isKnownPassword(password), phrase("form.password.known"))
  .refine((password) => !isMadeOfTheSite(password), phrase("form.password.ofTheSite"));

export const JoinForm = z.object({
  name: line(limits.name, "form.name.missing"),
  email: Email,
  password: NewPassword,
});
export const PasswordForm = z.object({ password: NewPassword });
export const ChangePasswordForm = z.object({ currentPassword: GivenPassword, password: NewPassword });
