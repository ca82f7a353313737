import { randomUUID } from "node:crypto";
import type { Account } from "#app/accounts/account.ts";
import { hashToken, newToken } from "#app/accounts/secret.server.ts";
import { invitePerson } from "#app/co-authors/invite-co-author.server.ts";
import { shareDraft } from "#app/co-authors/share-draft.server.ts";
import { recordDelivery } from "#app/chronicle/record-delivery.server.ts";
import { publishUpdate } from "#app/chronicle/publish-update.server.ts";
import { markAccount } from "#app/doctrine/mark-official.server.ts";
import { editComment, postComment } from "#app/discussion/post-comment.server.ts";
import { voteOnComment } from "#app/discussion/vote-on-comment.server.ts";
import { approveDraft } from "#app/drafts/approve-draft.server.ts";
import { nameState } from "#app/drafts/name-state.server.ts";
import { beginThread } from "#app/margin/begin-thread.server.ts";
import { replyInThread } from "#app/margin/write-comment.server.ts";
import { follow } from "#app/notices/subscribe.server.ts";
import { tellFollowers } from "#app/notices/tell-followers.server.ts";
import { writeDigests } from "#app/notices/write-digests.server.ts";
import { inviteMember } from "#app/organisations/invite-member.server.ts";
import { askForData } from "#app/personal-data/ask-for-data.server.ts";
import { readHeldSignatures } from "#app/personal-data/read-held-data.server.ts";
import { pinSignature } from "#app/signatures/pin-signature.server.ts";
import { signForOrganisation } from "#app/signatures/sign-for-organisation.server.ts";
import { sql } from "#db/sql.ts";
import { makeAccount, makeDraft, makeLetter, origin, revise, sign } from "../made-up.ts";
import { makeCase, makeDecision } from "../moderation/made-up-cases.ts";
import { admitTo, makeOrganisation } from "../organisations/organisation-with-members.ts";

/** Somebody whom nobody could be taken for, and the people and things around them. */
export type Presence = {
  person: Account;
  /** What finds the person: a name, an address, words that only they wrote about themselves. */
  words: string[];
  author: Account;
  moderator: Account;
  admin: Account;
  letter: { id: number; slug: string };
  /** A draft that the person writes along. */
  draft: string;
  organisation: { id: number; slug: string };
  /** A comment of the person, and one of another that mentions them. */
  comments: { own: number; mentioning: number };
  update: number;
  /** What a mail leads to: the person's signature. */
  receipt: string;
};

const said = (body: string, parent: number | null = null) => ({ body, stance: "neutral" as const, parent });
const posted = async (result: ReturnType<typeof postComment>): Promise<number> => {
  const answer = await result;
  if (answer.outcome !== "posted") throw new Error(`not posted: ${answer.outcome}`);
  return answer.id;
};

/**
 * Makes somebody do everything that a person can do here, and be in every table that can hold one: by the verbs, and by
 * SQL where a verb needs another server (a provider, a register).
 * @param text a doctrine text with the provision `provision`, and a passage that stands in it once
 */
export async function makePresence(text: {
  slug: string;
  provision: string;
  revision: string;
  quote: string;
}): Promise<Presence> {
  const name = "Quillonette Zyskwort";
  const email = "quillonette@zyskwort.example";
  const person = await makeAccount({ name, email });
  const author = await makeAccount({ name: "Aude Around", email: "aude@around.example" });
  const moderator = await makeAccount({ role: "moderator", email: "modest@around.example" });
  const admin = await makeAccount({ role: "admin", email: "adele@around.example" });
  const letter = await makeLetter(author, { title: "A letter to be signed" });
  const place = { letter: letter.slug };

  // Signing: once as a person, once for an organisation, once without confirming.
  const fields = {
    name,
    showName: "on",
    quotable: "on",
    keepInformed: "on",
    role: "Zyskwortian",
    organisation: "Zyskwort & daughters",
  };
  const receipt = await sign(letter.slug, email, { ...fields, statement: "Zyskwortly reasons" });
  const own = (await readHeldSignatures(email))[0]?.id ?? 0;
  await pinSignature(letter.slug, author.id, own);
  const others = await makeLetter(author, { title: "Another letter" });
  await sign(others.slug, email, fields, false);
  const organisation = await makeOrganisation(author, { name: "Around and Sons" });
  await admitTo(organisation, author, person, "spokesperson");
  await sql`
    insert into mandates (organisation_id, account_id, level, evidence)
    values (${organisation.id}, ${person.id}, 'mailed', 'around.example')`;
  const forIt = {
    organisation: organisation.slug,
    role: "Zyskwortian",
    statement: "So they say.",
    countersigner: null,
  };
  const { outcome } = await signForOrganisation(
    letter.slug,
    organisation,
    person,
    { ...forIt, showMe: true, quotable: true, version: 1 },
    origin,
  );
  if (outcome !== "signed") throw new Error(`not signed for the organisation: ${outcome}`);
  await makeCase("signature", own, { explanation: "Is that a name?" });
  await revise(author, letter.slug);

  // Talking: own words, mentions in words that stand, that were changed and that were hidden; a vote, a passage.
  const first = await posted(postComment(place, person.id, said("I was here.")));
  const theirs = await posted(postComment(place, author.id, said(`@${name} is right.`, first)));
  await editComment(theirs, author.id, { body: `@${name} is quite right.`, stance: "neutral" });
  const unsaid = await posted(postComment(place, author.id, said(`Ask @${name.toLowerCase()}.`, first)));
  await editComment(unsaid, author.id, { body: "Ask somebody.", stance: "neutral" });
  const hidden = await posted(postComment(place, author.id, said(`@${name} is a fool.`, first)));
  await posted(postComment(place, person.id, said("And here.", theirs)));
  await voteOnComment(place, theirs, person.id, "agree");
  const { revision, quote, ...provision } = text;
  await posted(
    postComment({ text: provision.slug, provision: provision.provision }, person.id, {
      ...said("This word."),
      passage: { revision, quote, start: null },
    }),
  );
  const reported = await makeCase("comment", hidden, { account: person, explanation: "Zyskwortly offended" });
  await makeDecision(reported, moderator);
  const partly = await posted(postComment(place, author.id, said(`Well, @${name} is a fool.`, first)));
  const passages = [`@${name} is a fool`];
  await makeDecision(await makeCase("comment", partly), moderator, { decision: "hide-part", passages });
  const ownPart = await posted(postComment(place, person.id, said("Zyskwortly rude, and calm.")));
  const rude = ["Zyskwortly rude"];
  await makeDecision(await makeCase("comment", ownPart), moderator, {
    decision: "hide-part",
    passages: rude,
  });
  await makeCase("letter", others.id, { email, name, explanation: "Zyskwortly offended", reason: "spam" });
  const warned = await makeCase("comment", first, { reason: "spam" });
  await makeDecision(warned, moderator, { decision: "warn", reason: "spam" });

  // Writing: a draft along, its margin, its history; a letter of one's own with news and a hand-over.
  const draft = await makeDraft(
    author,
    { title: "A draft to be written along" },
    "Rules one can read aloud.",
  );
  const [{ id: draftId } = { id: 0 }] = await sql<
    { id: number }[]
  >`select id from letters where slug = ${draft}`;
  await sql`insert into co_authors (letter_id, account_id, role) values (${draftId}, ${person.id}, 'author')`;
  await sql`
    insert into co_author_events (letter_id, event, actor_id, account_id, role)
    values (${draftId}, 'joined', ${person.id}, ${person.id}, 'author')`;
  const passage = { quote: "read aloud", start: null };
  const thread = await beginThread(draft, person, { passage, body: "By whom?" }, origin);
  if (thread.outcome !== "begun") throw new Error(`no thread in the margin: ${thread.outcome}`);
  await replyInThread(draft, author, { thread: thread.thread, body: `@${name} knows.` }, origin);
  await nameState(draft, person.id, "Before lunch");
  await approveDraft(draft, person.id, 1);
  await shareDraft(draft, person);
  await invitePerson(draft, author, { email, role: "editor" }, origin);
  const news = await makeLetter(person, {
    title: "A letter that brings news",
    authorName: "Some collective",
  });
  const key = randomUUID();
  const updated = await publishUpdate(news.slug, person.id, { key, title: "News", body: "Some." }, origin);
  const today = new Date().toISOString().slice(0, 10);
  await recordDelivery(news.slug, person.id, { key: randomUUID(), addressee: "The minister", day: today });

  // Being known: an official, a log-in by a provider, links on their way, invitations, proofs, a dead address, notices.
  const [doctrine = { id: 0 }] = await sql<{ id: number }[]>`
    select id from doctrine_texts where slug = ${text.slug}`;
  await markAccount(doctrine.id, admin, email);
  const issuer = "https://provider.example";
  const soon = sql`now() + interval '1 hour'`;
  await sql`
    insert into identities (issuer, subject, account_id, kind, email)
    values (${issuer}, 'zyskwort-1', ${person.id}, 'official', ${email})`;
  await sql`
    insert into officials (account_id, siret, issuer, body_name, public_body)
    values (${person.id}, '13002526500013', ${issuer}, 'A ministry', true)`;
  await sql`
    insert into identity_arrivals (browser_hash, issuer, subject, kind, email, expires_at)
    values (${hashToken(newToken())}, ${issuer}, 'zyskwort-2', 'official', ${email}, ${soon})`;
  await sql`
    insert into identity_attempts (state_hash, browser_hash, kind, issuer, account_id, nonce, code_verifier, expires_at)
    values (${hashToken(newToken())}, ${hashToken(newToken())}, 'official', ${issuer}, ${person.id}, 'n', 'v', ${soon})`;
  await sql`
    insert into account_tokens (token_hash, account_id, purpose, new_email, expires_at)
    values (${hashToken(newToken())}, ${person.id}, 'change-address', 'next@zyskwort.example', ${soon})`;
  await sql`
    insert into joins (token_hash, browser_hash, email, name, password_hash, language, expires_at)
    values (${hashToken(newToken())}, ${hashToken(newToken())}, ${email}, ${name}, 'x', 'en', ${soon})`;
  await sql`
    insert into mandate_mails (token_hash, organisation_id, account_id, email, expires_at)
    values (${hashToken(newToken())}, ${organisation.id}, ${person.id}, ${email}, ${soon})`;
  await sql`
    insert into personal_tokens (account_id, token_hash, name, scopes, expires_at)
    values (${person.id}, ${hashToken(newToken())}, 'Zyskwort script', '{drafts:read}', ${soon})`;
  await sql`
    insert into webhooks (letter_id, account_id, url, events, secret)
    values (${letter.id}, ${person.id}, 'https://hooks.zyskwort.example/', '{letter.closed}', ${Buffer.alloc(1)})`;
  await sql`insert into sessions (id_hash, account_id, user_agent, expires_at) values ('zyskwort', ${person.id}, 'Zyskwort/1', ${soon})`;
  const second = await makeOrganisation(author, { name: "Around the Corner" });
  await inviteMember(second, author, { email, role: "member" }, origin);
  await follow(person.id, { kind: "letter", id: others.id }, "daily");
  await revise(author, others.slug);
  while ((await tellFollowers()) === "told");
  await sql`update notices set created_at = now() - interval '26 hours' where account_id = ${person.id}`;
  await writeDigests(origin);
  await sql`insert into dead_addresses (address, reason) values (${email}, ${`550 no such mailbox: ${email}`})`;
  await askForData(email, "en", origin);
  // What went to others is sent, as it is within seconds where a mail server is set.
  await sql`
    update mails set sent_at = now(), body = null, html = null, headers = null
    where to_address not like '%zyskwort.example'`;
  return {
    ...{ person, author, moderator, admin, letter, draft, organisation, receipt },
    words: ["quillonette", "zyskwort"],
    comments: { own: first, mentioning: theirs },
    update: updated.outcome === "recorded" ? updated.id : 0,
  };
}
