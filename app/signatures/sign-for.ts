import { z } from "zod";
import type { Phrase } from "#app/languages/translate.ts";
import { optionalLine, prose } from "#app/letters/letter.ts";
import { signatureLimits, ticked } from "./signature.ts";

const phrase = (key: Phrase) => key;

/** What somebody says who signs for an organisation. `countersigner` is the account of a second officer, or null. */
export const SignForForm = z.object({
  organisation: z
    .string(phrase("signFor.organisation.missing"))
    .min(1, phrase("signFor.organisation.missing")),
  role: optionalLine(signatureLimits.role),
  statement: prose(signatureLimits.statement),
  showMe: ticked,
  quotable: ticked,
  countersigner: z
    .string()
    .default("")
    .transform((typed) => (typed === "" ? null : Number(typed)))
    .refine((id) => id === null || Number.isSafeInteger(id), phrase("signFor.countersigner.wrong")),
  version: z.coerce.number(phrase("form.choice.wrong")).int().positive(),
});
export type SignForForm = z.output<typeof SignForForm>;
