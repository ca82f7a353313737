import { accounts } from "./en/accounts.ts";
import { administration } from "./en/administration.ts";
import { annotations } from "./en/annotations.ts";
import { answers } from "./en/answers.ts";
import { consultations } from "./en/consultations.ts";
import { coAuthors } from "./en/co-authors.ts";
import { suggestions } from "./en/suggestions.ts";
import { together } from "./en/together.ts";
import { cards } from "./en/cards.ts";
import { chronicle } from "./en/chronicle.ts";
import { citations } from "./en/citations.ts";
import { discussion } from "./en/discussion.ts";
import { doctrine } from "./en/doctrine.ts";
import { doctrineImport } from "./en/doctrine-import.ts";
import { drafts } from "./en/drafts.ts";
import { frame } from "./en/frame.ts";
import { embeds } from "./en/embeds.ts";
import { press } from "./en/press.ts";
import { feeds } from "./en/feeds.ts";
import { fraud } from "./en/fraud.ts";
import { hidden } from "./en/hidden.ts";
import { identity } from "./en/identity.ts";
import { letters } from "./en/letters.ts";
import { mails } from "./en/mails.ts";
import { mandates } from "./en/mandates.ts";
import { margin } from "./en/margin.ts";
import { moderation } from "./en/moderation.ts";
import { publicLog } from "./en/public-log.ts";
import { submissions } from "./en/submissions.ts";
import { pipeline } from "./en/pipeline.ts";
import { notices } from "./en/notices.ts";
import { organisations } from "./en/organisations.ts";
import { paper } from "./en/paper.ts";
import { restraint } from "./en/restraint.ts";
import { roster } from "./en/roster.ts";
import { personalData } from "./en/personal-data.ts";
import { proofs } from "./en/proofs.ts";
import { passkeys } from "./en/passkeys.ts";
import { search } from "./en/search.ts";
import { signIns } from "./en/sign-ins.ts";
import { signatures } from "./en/signatures.ts";
import { tokens } from "./en/tokens.ts";
import { translations } from "./en/translations.ts";
import { versions } from "./en/versions.ts";
import { webhooks } from "./en/webhooks.ts";

/** Every phrase of Tribune in English. A key with `_one` and `_other` is chosen by `count`. */
export const en = {
  ...frame,
  ...accounts,
  ...administration,
  ...annotations,
  ...letters,
  ...coAuthors,
  ...together,
  ...suggestions,
  ...drafts,
  ...margin,
  ...moderation,
  ...publicLog,
  ...pipeline,
  ...submissions,
  ...hidden,
  ...citations,
  ...signIns,
  ...tokens,
  ...webhooks,
  ...signatures,
  ...discussion,
  ...doctrineImport,
  ...answers,
  ...consultations,
  ...doctrine,
  ...search,
  ...organisations,
  ...mandates,
  ...paper,
  ...restraint,
  ...roster,
  ...cards,
  ...embeds,
  ...press,
  ...feeds,
  ...fraud,
  ...identity,
  ...passkeys,
  ...personalData,
  ...proofs,
  ...mails,
  ...versions,
  ...chronicle,
  ...translations,
  ...notices,
};
