import { randomUUID } from "node:crypto";
import { after, day } from "./moments.ts";
import type { SampleComment } from "./sample-content.ts";
import type { Discussed } from "./write-discussion.ts";
import type { Transaction } from "#db/sql.ts";
import { type SampleAnswers, sampleDoctrine } from "./sample-doctrine.ts";

type Write = (discussionId: number, begun: Date, comments: SampleComment[], text: Discussed) => Promise<void>;

/**
 * Who answers for the sample doctrine, its two consultations, what was said in them and what the officials answered,
 * as the domain's verbs leave them. The first consultation is as old as the texts; the second is open.
 * @param writeDiscussion writes the comments of a rule's discussion
 */
export async function writeAnswers(
  tx: Transaction,
  { said, dispositions }: SampleAnswers,
  accountOf: (name: string) => number,
  now: Date,
  writeDiscussion: Write,
): Promise<void> {
  const { slug, revisions, official } = sampleDoctrine;
  const [text] = await tx<{ id: number }[]>`select id from doctrine_texts where slug = ${slug}`;
  const [organisation] = await tx<{ id: number }[]>`select id from organisations where slug = ${official}`;
  if (!text || !organisation) throw new Error("the sample doctrine or its organisation is not there");
  const admin = accountOf("Inès Charpentier");
  await tx`
    insert into text_officials (text_id, organisation_id, marked_by, marked_at)
    values (${text.id}, ${organisation.id}, ${admin}, ${new Date("2025-07-07T08:00:00Z")})`;
  await tx`
    insert into public_log (at, event, text_id, organisation_id)
    values (${new Date("2025-07-07T08:00:00Z")}, 'official-marked', ${text.id}, ${organisation.id})`;
  /** At an hour (UTC) of a day, counted from the day of the seed. */
  const atHour = (days: number, hour: number) => {
    const moment = after(now, days * day);
    moment.setUTCHours(hour, 0, 0, 0);
    return moment;
  };
  const windows = {
    first: {
      title: "Sur l’état de juillet 2025",
      opens: new Date("2025-09-01T07:00:00Z"),
      closes: new Date("2025-10-15T16:00:00Z"),
      revision: revisions[0] ?? "",
    },
    second: {
      title: "Sur l’état de mai 2026",
      opens: atHour(-18, 7),
      closes: atHour(26, 17),
      revision: revisions[1] ?? "",
    },
  };
  const opener = accountOf("Nadège Quintrec");
  for (const { title, opens, closes } of Object.values(windows))
    await tx`
      insert into consultations (text_id, title, opens_at, closes_at, opened_by, created_at)
      values (${text.id}, ${title}, ${opens}, ${closes}, ${opener}, ${opens})`;
  for (const { rule, consultation, comments } of said) {
    const { opens, revision } = windows[consultation];
    const [discussion] = await tx<{ id: number }[]>`
      select d.id from discussions d join provision_states s on s.provision_id = d.provision_id
      join revisions r on r.id = s.revision_id
      where r.text_id = ${text.id} and r.dated = ${revision} and s.number = ${rule}`;
    if (!discussion) throw new Error(`the sample doctrine has no rule ${rule} on ${revision}`);
    await writeDiscussion(discussion.id, opens, comments, { id: text.id, revision });
  }
  for (const [place, { rule, by, revision, decision, reasons }] of dispositions.entries())
    await tx`
      insert into dispositions (provision_id, revision_id, decision, reasons, account_id, organisation_id, submission_key,
        made_at)
      select s.provision_id, r.id, ${decision}, ${reasons}, ${accountOf(by)}, ${organisation.id}, ${randomUUID()},
        r.dated + interval '10 hours' + ${place} * interval '1 hour'
      from provision_states s join revisions r on r.id = s.revision_id
      where r.text_id = ${text.id} and r.dated = ${revision} and s.number = ${rule}`;
}
