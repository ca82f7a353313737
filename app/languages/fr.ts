import { accounts } from "./fr/accounts.ts";
import { administration } from "./fr/administration.ts";
import { annotations } from "./fr/annotations.ts";
import { answers } from "./fr/answers.ts";
import { consultations } from "./fr/consultations.ts";
import { coAuthors } from "./fr/co-authors.ts";
import { suggestions } from "./fr/suggestions.ts";
import { together } from "./fr/together.ts";
import { cards } from "./fr/cards.ts";
import { chronicle } from "./fr/chronicle.ts";
import { citations } from "./fr/citations.ts";
import { discussion } from "./fr/discussion.ts";
import { doctrine } from "./fr/doctrine.ts";
import { doctrineImport } from "./fr/doctrine-import.ts";
import { drafts } from "./fr/drafts.ts";
import { frame } from "./fr/frame.ts";
import { embeds } from "./fr/embeds.ts";
import { press } from "./fr/press.ts";
import { feeds } from "./fr/feeds.ts";
import { fraud } from "./fr/fraud.ts";
import { hidden } from "./fr/hidden.ts";
import { identity } from "./fr/identity.ts";
import { letters } from "./fr/letters.ts";
import { mails } from "./fr/mails.ts";
import { mandates } from "./fr/mandates.ts";
import { margin } from "./fr/margin.ts";
import { moderation } from "./fr/moderation.ts";
import { publicLog } from "./fr/public-log.ts";
import { submissions } from "./fr/submissions.ts";
import { pipeline } from "./fr/pipeline.ts";
import { notices } from "./fr/notices.ts";
import { organisations } from "./fr/organisations.ts";
import { paper } from "./fr/paper.ts";
import { restraint } from "./fr/restraint.ts";
import { roster } from "./fr/roster.ts";
import { personalData } from "./fr/personal-data.ts";
import { proofs } from "./fr/proofs.ts";
import { passkeys } from "./fr/passkeys.ts";
import { search } from "./fr/search.ts";
import { signIns } from "./fr/sign-ins.ts";
import { signatures } from "./fr/signatures.ts";
import { tokens } from "./fr/tokens.ts";
import { translations } from "./fr/translations.ts";
import { versions } from "./fr/versions.ts";
import { webhooks } from "./fr/webhooks.ts";

/** Every phrase of Tribune in French. French has a third plural, `_many`, for whole millions. */
export const fr = {
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
