import { expect, test } from "vitest";
import { translator } from "#app/languages/translate.ts";
import { privacyParts, type PrivacyPart } from "#app/personal-data/privacy-part.ts";
import { retention, ruleInWords, type RuleName } from "#app/personal-data/retention.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";

useDatabase();

/** Under which heading of the privacy page, or by which rule of retention, each table stands that names people. */
const told: Record<string, PrivacyPart | RuleName> = {
  account_tokens: "sessions",
  accounts: "account",
  administration_events: "moderated",
  begun_log_ins: "account",
  co_author_events: "letterLog",
  co_author_invitations: "coAuthors",
  co_authors: "coAuthors",
  comment_mentions: "discussion",
  comment_prints: "prints",
  comment_votes: "discussion",
  comments: "discussion",
  consultations: "discussion",
  countersignature_requests: "organisation",
  data_links: "links",
  dead_addresses: "told",
  digests: "told",
  dispositions: "discussion",
  doctrine_imports: "moderated",
  draft_approvals: "coAuthors",
  submissions: "coAuthors",
  draft_shares: "coAuthors",
  draft_snapshots: "coAuthors",
  draft_updates: "coAuthors",
  held_comments: "refused",
  identities: "provider",
  identity_arrivals: "provider",
  identity_attempts: "provider",
  images: "coAuthors",
  invalidations: "moderated",
  joins: "sessions",
  letter_deliveries: "coAuthors",
  letter_events: "coAuthors",
  letter_replies: "coAuthors",
  letter_revisions: "coAuthors",
  letter_translations: "coAuthors",
  letter_updates: "coAuthors",
  letter_versions: "coAuthors",
  letters: "coAuthors",
  mails: "mails",
  mandate_mails: "organisation",
  mandates: "organisation",
  margin_comments: "coAuthors",
  margin_mentions: "coAuthors",
  margin_threads: "coAuthors",
  margin_turns: "coAuthors",
  moderation_areas: "moderated",
  moderation_cases: "moderated",
  moderation_decisions: "moderated",
  notice_rounds: "told",
  notices: "told",
  officials: "provider",
  organisation_domains: "organisation",
  organisation_events: "organisationLog",
  organisation_invitations: "organisation",
  organisation_members: "organisation",
  organisation_providers: "organisation",
  passkey_holders: "account",
  personal_tokens: "sessions",
  pins: "coAuthors",
  planned_publications: "coAuthors",
  public_log: "discussion",
  reports: "reports",
  revisions: "moderated",
  sessions: "sessions",
  sign_ins: "signIns",
  signatures: "sign",
  subscriptions: "told",
  text_officials: "discussion",
  unsubscribe_links: "told",
  webhooks: "coAuthors",
};

test("every table that names people or holds addresses stands under a heading of the privacy page", async () => {
  const tables = await sql<{ name: string }[]>`
    select c.conrelid::regclass::text as name from pg_constraint c
    where c.contype = 'f' and c.confrelid = 'accounts'::regclass
    union
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name ~ '(e?mail|_address$|^address$)' and data_type = 'text'
    order by name`;
  expect(Object.keys(told).toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
});

test("every heading and every rule has words in both languages", () => {
  for (const language of ["en", "fr"] as const) {
    const t = translator(language);
    for (const part of privacyParts)
      for (const phrase of [`privacy.${part}.title`, `privacy.${part}.text`] as const)
        expect(t(phrase), phrase).not.toBe(phrase);
    for (const { rule } of retention)
      for (const phrase of [ruleInWords(rule).what, ruleInWords(rule).why])
        expect(t(phrase)).not.toBe(phrase);
  }
});
