import { sql } from "#db/sql.ts";
import type { HeldRecords } from "./held-data.ts";

/**
 * Rows that say what an account did, or what was done to it, beyond what `HeldAccount` tells in words of its own: the
 * table, the column that names the account, and the columns that are told. Secrets, and what others wrote, are not.
 */
export const recordTables: { table: string; by: string; told: string[] }[] = [
  { table: "account_tokens", by: "account_id", told: ["purpose", "new_email", "created_at", "expires_at"] },
  {
    table: "administration_events",
    by: "administrator_id",
    told: ["happened_at", "act", "subject", "changes"],
  },
  { table: "administration_events", by: "account_id", told: ["happened_at", "act", "changes"] },
  { table: "begun_log_ins", by: "account_id", told: ["next", "expires_at"] },
  { table: "co_author_invitations", by: "invited_by", told: ["role", "created_at", "expires_at"] },
  { table: "comment_prints", by: "account_id", told: ["discussion_id", "said_at"] },
  { table: "consultations", by: "opened_by", told: ["title", "opens_at", "closes_at", "created_at"] },
  { table: "consultations", by: "closed_by", told: ["title", "closed_at"] },
  { table: "countersignature_requests", by: "account_id", told: ["letter_id", "created_at", "approved_at"] },
  { table: "digests", by: "account_id", told: ["rhythm", "due_at"] },
  { table: "dispositions", by: "account_id", told: ["decision", "reasons", "made_at"] },
  { table: "doctrine_imports", by: "account_id", told: ["file_name", "title", "created_at"] },
  { table: "draft_approvals", by: "account_id", told: ["letter_id", "sha256", "approved_at"] },
  { table: "draft_shares", by: "created_by", told: ["letter_id", "created_at", "revoked_at"] },
  { table: "draft_snapshots", by: "taken_by", told: ["letter_id", "name", "reason", "taken_at"] },
  { table: "draft_snapshots", by: "written_by", told: ["letter_id", "title", "document", "written_at"] },
  { table: "draft_updates", by: "account_id", told: ["letter_id", "at"] },
  { table: "identity_attempts", by: "account_id", told: ["issuer", "kind", "created_at", "expires_at"] },
  { table: "images", by: "uploaded_by", told: ["sha256", "media_type", "created_at"] },
  { table: "invalidations", by: "undone_by", told: ["letter_id", "reason", "undone_at"] },
  {
    table: "letter_deliveries",
    by: "account_id",
    told: ["letter_id", "addressee", "handed_on", "recorded_at"],
  },
  { table: "letter_events", by: "account_id", told: ["letter_id", "event", "reason", "at"] },
  {
    table: "letter_replies",
    by: "account_id",
    told: ["letter_id", "name", "office", "replied_on", "body", "address", "official", "recorded_at"],
  },
  {
    table: "letter_revisions",
    by: "edited_by",
    told: ["letter_id", "title", "summary", "document", "edited_at"],
  },
  {
    table: "letter_translations",
    by: "edited_by",
    told: ["letter_id", "language", "title", "document", "edited_at"],
  },
  { table: "letter_updates", by: "account_id", told: ["letter_id", "title", "body", "published_at"] },
  {
    table: "letter_versions",
    by: "published_by",
    told: ["letter_id", "number", "title", "author_name", "sha256", "published_at"],
  },
  { table: "letters", by: "created_by", told: ["id", "slug", "title", "author_name", "draft", "created_at"] },
  { table: "letters", by: "edited_by", told: ["id", "slug", "edited_at"] },
  { table: "letters", by: "closed_by", told: ["id", "slug", "closed_at"] },
  { table: "mandate_mails", by: "account_id", told: ["email", "created_at", "expires_at"] },
  { table: "margin_mentions", by: "account_id", told: ["comment_id", "name"] },
  { table: "margin_threads", by: "created_by", told: ["letter_id", "quote", "created_at"] },
  { table: "margin_threads", by: "resolved_by", told: ["letter_id", "quote", "resolved_at"] },
  { table: "margin_turns", by: "account_id", told: ["thread_id", "turn", "at"] },
  { table: "moderation_areas", by: "account_id", told: ["letter_id", "text_id", "named_at", "ended_at"] },
  { table: "moderation_areas", by: "named_by", told: ["letter_id", "text_id", "named_at"] },
  { table: "moderation_areas", by: "ended_by", told: ["letter_id", "text_id", "ended_at"] },
  { table: "moderation_cases", by: "claimed_by", told: ["kind", "claimed_at"] },
  {
    table: "moderation_decisions",
    by: "decided_by",
    told: ["decision", "reason", "statement", "decided_at"],
  },
  { table: "moderation_decisions", by: "undone_by", told: ["decision", "undone_at"] },
  {
    table: "moderation_decisions",
    by: "answered_by",
    told: ["decision", "answer", "answer_text", "answered_at"],
  },
  { table: "notice_rounds", by: "doer_id", told: ["kind", "begun_at"] },
  { table: "organisation_domains", by: "created_by", told: ["domain", "state", "created_at"] },
  { table: "organisation_invitations", by: "invited_by", told: ["role", "created_at", "expires_at"] },
  { table: "organisation_providers", by: "set_by", told: ["issuer", "set_at"] },
  {
    table: "personal_tokens",
    by: "account_id",
    told: ["name", "scopes", "made_at", "expires_at", "used_on"],
  },
  { table: "pins", by: "pinned_by", told: ["letter_id", "pinned_at", "unpinned_at"] },
  { table: "planned_publications", by: "planned_by", told: ["letter_id", "publish_at", "planned_at"] },
  { table: "public_log", by: "account_id", told: ["at", "event", "reason"] },
  {
    table: "submissions",
    by: "account_id",
    told: ["letter_id", "version_number", "state", "submitted_at", "ended_at"],
  },
  { table: "revisions", by: "created_by", told: ["title", "dated", "created_at"] },
  { table: "signatures", by: "released_by", told: ["letter_id", "released_at"] },
  { table: "text_officials", by: "account_id", told: ["text_id", "marked_at", "ended_at"] },
  { table: "text_officials", by: "marked_by", told: ["text_id", "marked_at"] },
  { table: "text_officials", by: "ended_by", told: ["text_id", "ended_at"] },
  {
    table: "unsubscribe_links",
    by: "account_id",
    told: ["letter_id", "text_id", "thread_id", "organisation_id", "rhythm", "used_at"],
  },
  { table: "webhooks", by: "account_id", told: ["letter_id", "url", "events", "made_at", "disabled_at"] },
];

/** All records of an account; tables that hold nothing of it are left out. */
export async function readRecords(accountId: number): Promise<HeldRecords> {
  const found = await Promise.all(
    recordTables.map(async ({ table, by, told }): Promise<[string, Record<string, unknown>[]]> => {
      const rows = await sql<Record<string, unknown>[]>`
        select ${sql(told)} from ${sql(table)} where ${sql(by)} = ${accountId} order by ${sql(told[0] ?? by)}`;
      return [`${table}.${by}`, [...rows]];
    }),
  );
  return Object.fromEntries(found.filter(([, rows]) => rows.length > 0));
}
