import { accounts } from "./en/accounts.ts";
import { discussion } from "./en/discussion.ts";
import { frame } from "./en/frame.ts";
import { letters } from "./en/letters.ts";
import { mails } from "./en/mails.ts";
import { organisations } from "./en/organisations.ts";
import { proofs } from "./en/proofs.ts";
import { search } from "./en/search.ts";
import { signatures } from "./en/signatures.ts";

/** Every phrase of Tribune in English. A key with `_one` and `_other` is chosen by `count`. */
export const en = {
  ...frame,
  ...accounts,
  ...letters,
  ...signatures,
  ...discussion,
  ...search,
  ...organisations,
  ...proofs,
  ...mails,
};
