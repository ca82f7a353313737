import { searchComments } from "#app/discussion/search-comments.server.ts";
import { searchProvisions } from "#app/doctrine/search-provisions.server.ts";
import { searchLetters } from "#app/letters/search-letters.server.ts";
import { searchOrganisations } from "#app/organisations/search-organisations.server.ts";
import { searchSignatories } from "#app/signatures/search-signatories.server.ts";
import { prepareFind } from "./find.server.ts";
import { readQuestion } from "./question.ts";
import type { Asked, Key, Kind } from "./search-page.ts";

const pageSize = 20;
/** On the page of everything each kind shows its first ones. */
const firstOnes = 5;

/**
 * What answers a question: of each kind the first ones, or a page of the kind that was asked for; the others are empty.
 * Null when no word was typed.
 * @returns `byNumber` when the question was a provision's number and there is one
 */
export async function searchEverything(asked: Asked, kind: Kind | null, after: Key | null) {
  const question = readQuestion(asked.typed);
  if (!question) return null;
  const limit = kind === null ? firstOnes : pageSize;
  const find = await prepareFind(question, asked);
  const wants = (one: Kind) => kind === null || kind === one;
  const none = { provisions: [], byNumber: false };
  const [letters, { provisions, byNumber }, comments, organisations, signatories] = await Promise.all([
    wants("letters") ? searchLetters(find, after, limit) : [],
    wants("provisions") ? searchProvisions(asked.typed, find, after, limit) : none,
    wants("comments") ? searchComments(find, after?.id ?? null, limit) : [],
    wants("organisations") ? searchOrganisations(find, after, limit) : [],
    wants("signatories") ? searchSignatories(question, find, after?.id ?? null, limit) : [],
  ]);
  const page = <Found>(found: Found[]) => ({ shown: found.slice(0, limit), more: found.length > limit });
  return {
    letters: page(letters),
    provisions: page(provisions),
    comments: page(comments),
    organisations: page(organisations),
    signatories: page(signatories),
    byNumber,
  };
}
