import { randomUUID } from "node:crypto";
import type { Account } from "#app/accounts/account.ts";
import { changeSettings } from "#app/administration/change-settings.server.ts";
import { publishUpdate } from "#app/chronicle/publish-update.server.ts";
import { recordDelivery } from "#app/chronicle/record-delivery.server.ts";
import { recordReply } from "#app/chronicle/record-reply.server.ts";
import { ConsultationForm } from "#app/consultations/consultation.ts";
import { openConsultation } from "#app/consultations/open-consultation.server.ts";
import { editComment, postComment } from "#app/discussion/post-comment.server.ts";
import { DispositionForm } from "#app/doctrine/disposition.ts";
import { postDisposition } from "#app/doctrine/post-disposition.server.ts";
import { markAccount } from "#app/doctrine/mark-official.server.ts";
import { nameState } from "#app/drafts/name-state.server.ts";
import { createDraft } from "#app/letters/draft-letter.server.ts";
import { publishLetter } from "#app/letters/publish-letter.server.ts";
import { beginThread } from "#app/margin/begin-thread.server.ts";
import { contestDecision } from "#app/moderation/contest-decision.server.ts";
import { createOrganisation } from "#app/organisations/create-organisation.server.ts";
import { distinguishSignature } from "#app/signatures/distinguish-signature.server.ts";
import { beginInvalidation } from "#app/signatures/invalidate-signatures.server.ts";
import { Condition } from "#app/signatures/invalidation.ts";
import { reviewerOf } from "#app/signatures/review-signatures.server.ts";
import { sql } from "#db/sql.ts";
import { deliveryForm, replyForm, updateForm } from "../chronicle/made-up-records.ts";
import { letterFields, makeAccount, organisationForm, origin, paragraph, revise, sign } from "../made-up.ts";
import { makeText, provision } from "../made-up-doctrine.ts";
import { makeCase, makeDecision } from "../moderation/made-up-cases.ts";
import { translate } from "../translations/made-up-translations.ts";

/** What breaks out of text, attributes, JSON in a script, XML, Markdown, templates and CSV, after a name to find it by. */
const attack = `"'><img src=x onerror=boo()></script><script>boo()</script>]]>{{7*7}}\${boo()}`;

/** The fields that have been typed in so far; each is looked for on the pages. */
export const typed: string[] = [];

/** The attack as it is typed into a field. */
export function typing(field: string): string {
  const name = `pw-${field}-${typed.length}`;
  typed.push(name);
  return `${name}${attack}`;
}

/** The same where Markdown is read: a link and a picture that would run. */
const markdown = (field: string) =>
  `${typing(field)}\n\n[go](javascript:boo()) <javascript:boo()> ![x](javascript:boo()) [data](data:text/html,boo()) https://x.example/"onmouseover="boo()`;

export type Typists = { author: Account; other: Account; moderator: Account; admin: Account };
export type Typed = Typists & { letter: { id: number; slug: string }; draft: string; receipt: string };

/** Makes one of every kind of thing that people type into, with the attack in every field of it. */
export async function typeEverywhere(): Promise<Typed> {
  const author = await makeAccount({ name: typing("author"), email: "author@attack.example" });
  const other = await makeAccount({ name: typing("other"), email: "other@attack.example" });
  const moderator = await makeAccount({ role: "moderator", email: "moderator@attack.example" });
  const admin = await makeAccount({ role: "admin", name: typing("admin"), email: "admin@attack.example" });

  const fields = () =>
    letterFields({
      title: typing("title"),
      summary: typing("summary"),
      addressees: [typing("addressee")],
      authorName: typing("authorName"),
    });
  const slug = await createDraft(author.id, "en", fields(), paragraph(typing("text")));
  await translate(author, slug, { title: typing("translatedTitle"), text: typing("translatedText") });
  const [now] = await sql<{ revision: number }[]>`
    select draft_revision as revision from letters where slug = ${slug}`;
  const published = await publishLetter(slug, author.id, now?.revision ?? 0);
  if (published.outcome !== "published") throw new Error(published.outcome);
  const [letter = { id: 0, slug }] = await sql<{ id: number; slug: string }[]>`
    select id, slug from letters where slug = ${slug}`;
  const draft = await createDraft(author.id, "en", fields(), paragraph(`read ${typing("draft")}`));
  await nameState(draft, author.id, typing("state").slice(0, 90));
  await beginThread(
    draft,
    author,
    { passage: { quote: "read", start: null }, body: typing("margin") },
    origin,
  );

  const signed = {
    name: `=${typing("signatory")}`.slice(0, 120),
    role: typing("role"),
    organisation: typing("affiliation"),
    statement: typing("statement"),
    showName: "on",
  };
  const receipt = await sign(slug, "signer@attack.example", signed);
  await distinguishSignature(receipt, `pw-distinction"><b>`);
  typed.push("pw-distinction");
  await sign(slug, "joker@attack.example", { ...signed, name: "Ingo Invalid" });
  const reviewer = await reviewerOf(slug, author);
  if (!reviewer) throw new Error("the author does not review");
  await beginInvalidation(reviewer, Condition.parse({ name: "Ingo Invalid" }), {
    reason: "joke",
    note: typing("invalidation"),
  });
  await revise(author, slug, {
    title: typing("nextTitle"),
    text: typing("nextText"),
    reason: typing("reason"),
  });

  const organisation = organisationForm({ name: typing("organisation"), about: typing("about") });
  const made = await createOrganisation(author.id, { ...organisation, website: "https://attack.example/" });
  if (made.outcome !== "created") throw new Error(made.outcome);

  const place = { letter: slug };
  const said = (body: string) => ({ body, stance: "neutral" as const, parent: null });
  const first = await postComment(place, author.id, said(markdown("comment")));
  const hidden = await postComment(place, other.id, said(markdown("hidden")));
  if (first.outcome !== "posted" || hidden.outcome !== "posted") throw new Error("not posted");
  await editComment(first.id, author.id, { body: markdown("edited"), stance: "neutral" });
  const reported = await makeCase("comment", hidden.id, {
    name: typing("reporter"),
    email: "reporter@attack.example",
    explanation: typing("explanation"),
  });
  const decision = await makeDecision(reported, moderator, { statement: typing("decision") });
  await contestDecision(decision, other.id, typing("contest"));

  const update = updateForm({ title: typing("update"), body: markdown("news") });
  await publishUpdate(slug, author.id, update, origin);
  await recordDelivery(slug, author.id, deliveryForm({ addressee: typing("delivery") }));
  const answer = { name: typing("replier"), office: typing("office"), body: markdown("reply") };
  await recordReply(slug, author.id, replyForm(answer), origin);

  const rule = provision("1", `${typing("rule")} Say where.`, { title: typing("ruleTitle") });
  const text = await makeText([{ dated: "2023-05-14", provisions: [rule] }], {
    slug: "attacked",
    title: typing("doctrine"),
    language: "en",
  });
  await markAccount(text.id, admin, author.email);
  const window = { title: typing("consultation"), opens: "", closes: "2099-01-01T00:00" };
  await openConsultation(text.id, author.id, ConsultationForm.parse(window));
  await postComment({ text: "attacked", provision: "1" }, other.id, {
    ...said(markdown("annotation")),
    passage: { revision: "2023-05-14", quote: "Say where.", start: null },
  });
  const noted = {
    ...{ decision: "noted", reasons: markdown("disposition"), revision: "2023-05-14", key: randomUUID() },
  };
  await postDisposition(text.provisions["1"] ?? 0, author.id, DispositionForm.parse(noted));

  await sql`insert into passkey_holders (account_id, handle) values (${author.id}, ${"h".repeat(43)})`;
  await sql`
    insert into passkeys (account_id, credential, public_key, counter, transports, backup_eligible, backed_up, name)
    values (${author.id}, 'credential', '\\x00', 0, '{}', false, false, ${typing("passkey").slice(0, 60)})`;
  const banner = {
    bannerEn: typing("banner"),
    bannerFr: typing("bannerFr"),
    bannerFrom: "",
    bannerUntil: "",
  };
  await changeSettings(admin, "banner-set", banner);
  return { author, other, moderator, admin, letter, draft, receipt };
}
