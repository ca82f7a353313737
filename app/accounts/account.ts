import { z } from "zod";
import type { Phrase } from "#app/languages/translate.ts";
import { isLanguage, type Language } from "#app/languages/language.ts";

export const roles = ["member", "moderator", "admin"] as const;
export type Role = (typeof roles)[number];

/** Somebody who is logged in: the address is confirmed, or there would be no account. */
export type Account = { id: number; email: string; name: string; language: Language; role: Role };

export const limits = { name: 120, email: 254, passwordShortest: 10, passwordLongest: 256 };

const phrase = (key: Phrase) => key;

/** Characters that show nothing and turn the direction of a text or split a word: a name could pass for another. */
const unseen = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** Text as one line: white space and line ends become single spaces, unseen marks of direction go. */
export const oneLine = (text: string) =>
  text.normalize("NFC").replace(unseen, "").replace(/\s+/gu, " ").trim();

/** One line of text that must not be empty. */
export const line = (longest: number, missing: Phrase) =>
  z
    .string(phrase(missing))
    .transform(oneLine)
    .pipe(z.string().min(1, phrase(missing)).max(longest, phrase("form.tooLong")));

export const Email = z
  .string(phrase("form.email.missing"))
  .transform((value) => value.trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(1, phrase("form.email.missing"))
      .max(limits.email, phrase("form.tooLong"))
      // Ours to be lenient: the mail that follows is the proof. What must not pass is what breaks a header, or what
      // a reader of web addresses takes for the end of the domain: mail would go to one domain and prove another. Nor
      // "=?", which mail programs decode to another address (RFC 2047), nor signs that nobody can see.
      .regex(
        /^(?!.*=\?)[^\s\p{Cc}\p{Cf}@<>(),;:"\\[\]]+@[^\s\p{Cc}\p{Cf}@<>(),;:"\\[\]/?#%]+\.[^\s\p{Cc}\p{Cf}@<>(),;:"\\[\]./?#%]{2,}$/u,
        phrase("form.email.wrong"),
      ),
  );

/** A password that was chosen before; new-password.server.ts has what a new one must be. */
export const GivenPassword = z
  .string(phrase("form.password.missing"))
  .min(1, phrase("form.password.missing"))
  .max(limits.passwordLongest, phrase("form.tooLong"));

export const LogInForm = z.object({ email: Email, password: GivenPassword });
export const AddressForm = z.object({ email: Email });
export const ChangeAddressForm = z.object({ email: Email, currentPassword: GivenPassword });
export const ProofForm = z.object({ currentPassword: GivenPassword });
/** The same where it was proved just now who asks: there may be no password. */
export const ProvedForm = z.object({ currentPassword: z.string().default("") });
export const ProfileForm = z.object({
  name: line(limits.name, "form.name.missing"),
  language: z.string().refine(isLanguage, phrase("form.choice.wrong")),
});
