import { randomUUID } from "node:crypto";
import { pathOf } from "#app/discussion/comment.ts";
import { eventOf } from "#app/moderation/log-decision.server.ts";
import type { Decision, ReportReason, SubjectKind } from "#app/moderation/reason.ts";
import type { Transaction } from "#db/sql.ts";
import { after, day, hour } from "./moments.ts";

type Report = {
  /** An account's name; left out for a stranger. */
  by?: string;
  language: "en" | "fr";
  reason: ReportReason;
  explanation: string;
  hours: number;
};

/** The cases of the sample queue: open, claimed, decided and contested; dated back from `now`. */
export async function writeModeration(
  tx: Transaction,
  named: (name: string) => number,
  now: Date,
): Promise<void> {
  const ago = (hours: number) => after(now, -hours * hour);
  const moderator = named("Salomé Okonkwo");
  const admin = named("Inès Charpentier");

  const firstComment = async (slug: string, place: number) => {
    const [comment = { id: 0 }] = await tx<{ id: number }[]>`
      select c.id from comments c join discussions d on d.id = c.discussion_id join letters l on l.id = d.letter_id
      where l.slug = ${slug} and c.deleted_at is null order by c.id offset ${place} limit 1`;
    return comment.id;
  };
  const idOf = async (table: "letters" | "organisations", slug: string) => {
    const [row = { id: 0 }] = await tx<{ id: number }[]>`select id from ${tx(table)} where slug = ${slug}`;
    return row.id;
  };
  const open = async (kind: SubjectKind, id: number, reports: Report[]) => {
    const at = ago(Math.max(...reports.map(({ hours }) => hours)));
    const [opened = { id: 0 }] = await tx<{ id: number }[]>`
      insert into moderation_cases (kind, comment_id, letter_id, organisation_id, opened_at, report_count)
      values (${kind}, ${kind === "comment" ? id : null}, ${kind === "letter" ? id : null},
        ${kind === "organisation" ? id : null}, ${at}, ${reports.length}) returning id`;
    for (const { by, language, reason, explanation, hours } of reports)
      await tx`
        insert into reports (case_id, reporter, account_id, language, reason, explanation, made_at)
        values (${opened.id}, ${by ? `account:${named(by)}` : `form:${randomUUID()}`}, ${by ? named(by) : null}, ${language},
          ${reason}, ${explanation}, ${ago(hours)})`;
    return opened.id;
  };
  const log = async (caseId: number, event: string, reason: string, subject: string, at: Date) => tx`
    insert into public_log (event, reason, subject, at, letter_id)
    select ${event}, ${reason}, ${subject}, ${at}, coalesce(k.letter_id, d.letter_id)
    from moderation_cases k left join comments c on c.id = k.comment_id left join discussions d on d.id = c.discussion_id
    where k.id = ${caseId}`;
  const decide = async (
    caseId: number,
    concerned: number | null,
    decision: Decision,
    reason: string,
    statement: string,
    hours: number,
  ) => {
    const at = ago(hours);
    const [made = { id: 0 }] = await tx<{ id: number }[]>`
      insert into moderation_decisions (case_id, submission_key, decision, reason, statement, concerned_id, decided_by, decided_at)
      values (${caseId}, ${randomUUID()}, ${decision}, ${reason}, ${statement}, ${concerned}, ${moderator}, ${at})
      returning id`;
    const [closed = { kind: "comment" }] = await tx<{ kind: SubjectKind }[]>`
      update moderation_cases set closed_at = ${at}, decision_count = 1 where id = ${caseId} returning kind`;
    const event = eventOf(decision, closed.kind);
    if (event) await log(caseId, event, reason, closed.kind, at);
    return made.id;
  };

  await open("comment", await firstComment("research-data-and-european-cloud-certification", 1), [
    {
      ...{ by: "Camille Vasseur", language: "fr", reason: "off-topic", hours: 30 },
      explanation: "Il est question d’un autre règlement que celui de la lettre.",
    },
    { language: "en", reason: "spam", explanation: "The same text stands under two letters.", hours: 22 },
  ]);
  await open("comment", await firstComment("pour-un-cloud-de-confiance-verifiable", 2), [
    {
      ...{ language: "fr", reason: "personal-data", hours: 9 },
      explanation: "Le nom de l’établissement permet de reconnaître une personne.",
    },
  ]);
  const claimed = await open("organisation", await idOf("organisations", "hexanuage"), [
    {
      ...{ by: "Owen Tregarth", language: "en", reason: "impersonation", hours: 5 },
      explanation: "Is this the company itself, or somebody who uses its name?",
    },
  ]);
  await tx`update moderation_cases set claimed_by = ${moderator}, claimed_at = ${now} where id = ${claimed}`;

  const kept = await open("letter", await idOf("letters", "pour-un-cloud-de-confiance-verifiable"), [
    {
      ...{ language: "en", reason: "illegal-content", hours: 120 },
      explanation: "It says that a label is not worth its name. I take that for defamation.",
    },
  ]);
  await decide(kept, null, "keep", "no-breach", "", 96);

  // Owen can log in, read his own words and the decision, and see that an answer to his contest is awaited.
  const owen = named("Owen Tregarth");
  const rude = await writeHidden(tx, owen, ago(70), {
    slug: "marches-publics-du-numerique-publier-les-contrats",
    body: "Whoever wrote this has never read a contract in their life. Find another trade.",
    reason: "harassment",
    hiddenAt: ago(50),
  });
  const contested = await open("comment", rude, [
    {
      ...{ by: "Camille Vasseur", language: "fr", reason: "harassment", hours: 66 },
      explanation: "Une attaque contre les personnes, sans un mot sur le fond.",
    },
  ]);
  const hiding = await decide(
    contested,
    owen,
    "hide",
    "harassment",
    "Your comment speaks of the persons who wrote the letter and tells them to find another trade. It says nothing of what the letter asks.",
    50,
  );
  await tx`
    update moderation_decisions set contested_at = ${ago(26)},
      contest = 'I have worked on public contracts for twenty years, and the letter gets two of them wrong. I was curt, I admit.'
    where id = ${hiding}`;

  const [other = { id: 0, author: 0 }] = await tx<{ id: number; author: number }[]>`
    select id, account_id as author from comments
    where id = ${await firstComment("research-data-and-european-cloud-certification", 0)}`;
  const overturned = await open("comment", other.id, [
    { language: "en", reason: "off-topic", explanation: "", hours: 14 * 24 },
  ]);
  const wrong = await decide(
    overturned,
    other.author,
    "hide",
    "off-topic",
    "The comment is about funding, and the letter about certification.",
    13 * 24,
  );
  const answeredAt = after(now, -12 * day);
  await tx`
    update moderation_decisions set contested_at = ${after(answeredAt, -10 * hour)},
      contest = 'Certification is paid from somewhere: the third demand is about just that.', answer = 'overturn',
      answer_text = 'The third demand of the letter speaks of costs. The comment is on topic.', answered_at = ${answeredAt},
      answered_by = ${admin}, undone_at = ${answeredAt}, undone_by = ${admin}
    where id = ${wrong}`;
  await log(overturned, "decision-overturned", "off-topic", "hide", answeredAt);
  await writeHeld(tx, owen, ago(3), {
    slug: "marches-publics-du-numerique-publier-les-contrats",
    body: "The same clause stands in the framework agreement of 2019: https://contracts.example/framework-2019",
  });
}

/** A comment that waits for a moderator because of its link, and its case. */
async function writeHeld(
  tx: Transaction,
  accountId: number,
  at: Date,
  { slug, body }: { slug: string; body: string },
): Promise<void> {
  const [held = { id: 0 }] = await tx<{ id: number }[]>`
    insert into held_comments (discussion_id, account_id, submission_key, stance, body, reasons, held_at)
    select d.id, ${accountId}, ${randomUUID()}, 'support', ${body}, '{links}', ${at}
    from discussions d join letters l on l.id = d.letter_id where l.slug = ${slug} returning held_comments.id`;
  await tx`insert into moderation_cases (kind, held_id, opened_at) values ('held', ${held.id}, ${at})`;
}

/** A comment that moderation has hidden, at the end of a letter's discussion. @returns its id */
async function writeHidden(
  tx: Transaction,
  accountId: number,
  at: Date,
  { slug, body, reason, hiddenAt }: { slug: string; body: string; reason: ReportReason; hiddenAt: Date },
): Promise<number> {
  const [{ id } = { id: 0 }] = await tx<{ id: number }[]>`
    select nextval(pg_get_serial_sequence('comments', 'id')) as id`;
  await tx`
    insert into comments (id, discussion_id, depth, path, account_id, stance, body, submission_key, created_at, hidden_at,
      hidden_for)
    overriding system value
    select ${id}, d.id, 0, ${pathOf("", id)}, ${accountId}, 'oppose', '-', ${randomUUID()}, ${at}, ${hiddenAt}, ${reason}
    from discussions d join letters l on l.id = d.letter_id where l.slug = ${slug}`;
  await tx`insert into hidden_words (comment_id, body) values (${id}, ${body})`;
  await tx`
    update discussions set comment_count = comment_count + 1, last_comment_id = ${id}
    where id = (select discussion_id from comments where id = ${id})`;
  return id;
}
