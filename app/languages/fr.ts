import { accounts } from "./fr/accounts.ts";
import { discussion } from "./fr/discussion.ts";
import { frame } from "./fr/frame.ts";
import { letters } from "./fr/letters.ts";
import { mails } from "./fr/mails.ts";
import { organisations } from "./fr/organisations.ts";
import { proofs } from "./fr/proofs.ts";
import { search } from "./fr/search.ts";
import { signatures } from "./fr/signatures.ts";

/** Every phrase of Tribune in French. French has a third plural, `_many`, for whole millions. */
export const fr = {
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
