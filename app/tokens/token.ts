import { z } from "zod";
import { line } from "#app/accounts/account.ts";
import type { Phrase } from "#app/languages/translate.ts";

/** What a program may do with a token, each for itself: none of them publishes anything but comments. */
export const scopes = ["drafts:read", "drafts:write", "comments:write"] as const;
export type Scope = (typeof scopes)[number];

/** Days that a token can be good for: there are none without an end. */
export const terms = ["7", "30", "90", "365"] as const;

export const tokenLimits = { name: 60, each: 20 };

const phrase = (key: Phrase) => key;
const ticked = z
  .string()
  .optional()
  .transform((value) => value === "on");

/** The form that makes a token: a tick box for each scope carries the scope's name. */
export const TokenForm = z
  .object({
    name: line(tokenLimits.name, "tokens.name.missing"),
    "drafts:read": ticked,
    "drafts:write": ticked,
    "comments:write": ticked,
    term: z.enum(terms, phrase("form.choice.wrong")).transform(Number),
  })
  .transform(({ name, term, ...may }) => ({ name, days: term, scopes: scopes.filter((scope) => may[scope]) }))
  .refine((form) => form.scopes.length > 0, { path: ["scopes"], message: phrase("tokens.scopes.missing") });
export type TokenForm = z.output<typeof TokenForm>;

/** A token as its account sees it; the token itself is stored nowhere. */
export type PersonalToken = {
  id: number;
  name: string;
  scopes: Scope[];
  madeAt: Date;
  expiresAt: Date;
  /** The last day it was used, "2026-11-26"; null when it never was. */
  usedOn: string | null;
};
