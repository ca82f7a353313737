import type { Language } from "#app/languages/language.ts";
import type { SignatureState } from "#app/signatures/signature.ts";

/** Rows by "table.column", the column that names the account. */
export type HeldRecords = Record<string, Record<string, unknown>[]>;

/** A signature with all that is held of it. */
export type HeldSignature = {
  id: number;
  letterId: number;
  letter: { slug: string; title: string; language: Language };
  state: SignatureState;
  kind: "person" | "organisation";
  version: number;
  number: number | null;
  name: string;
  distinction: string;
  representedBy: string;
  role: string;
  affiliation: string;
  country: string;
  statement: string;
  website: string;
  nameShown: boolean;
  /** Since when the press may quote the statement; null when it may not. */
  quotableSince: string | null;
  keepInformed: boolean;
  language: Language;
  /** The label of the network that it came from; "" when it is not known any more. */
  network: string;
  signedAt: string;
  confirmedAt: string | null;
  withdrawnAt: string | null;
  invalidatedAt: string | null;
  /** The text agreed to, by number and in full; null from before texts were kept. */
  consent: { number: number; text: string | null; language: Language; at: string } | null;
  events: { event: string; version: number; at: string }[];
};

/** What is held of an account, besides signatures and mails. Times are ISO 8601. */
export type HeldAccount = {
  id: number;
  name: string;
  language: Language;
  role: string;
  joinedAt: string;
  /** How often it is mailed notices, unless it chose otherwise. */
  noticeRhythm: string;
  sessions: { userAgent: string; begunAt: string; expiresAt: string }[];
  passkeys: {
    name: string;
    credential: string;
    backedUp: boolean;
    addedAt: string;
    usedAt: string | null;
  }[];
  /** Whether a passkey is asked for after the password; the codes themselves are known as hashes alone. */
  secondStep: { asked: boolean; recoveryCodes: number; recoveryCodesUsed: number } | null;
  signIns: { at: string; way: string; browser: string; system: string; network: string }[];
  identities: { issuer: string; kind: string; email: string; linkedAt: string }[];
  official: { siret: string; body: string; provedAt: string } | null;
  organisations: { name: string; role: string; joinedAt: string }[];
  mandates: {
    organisation: string;
    level: string;
    evidence: string;
    grantedAt: string;
    endedAt: string | null;
  }[];
  letters: { slug: string; title: string; state: string; role: string; joinedAt: string }[];
  /** Comments that were held for review: their words while they wait or were refused, null once they are gone. */
  heldComments: { body: string | null; state: string; reasons: string[]; heldAt: string }[];
  /** As they were written, also those that moderation hides; `passage` is the one of an official text that it is about. */
  comments: {
    id: number;
    body: string;
    passage: string | null;
    stance: string;
    writtenAt: string;
    earlier: string[];
  }[];
  votes: { comment: number; agrees: boolean; at: string }[];
  mentions: { comment: number; name: string }[];
  marginComments: { letter: string; body: string; writtenAt: string }[];
  invalidations: { letter: string; reason: string; note: string; madeAt: string }[];
  organisationLog: { organisation: string; event: string; subject: string; at: string }[];
  letterLog: { letter: string; event: string; at: string }[];
  /** What moderators decided about words of the account, and how it contested that. */
  decisions: {
    decision: string;
    reason: string;
    statement: string;
    /** What was hidden of a comment, when that was a part. */
    passages: string[] | null;
    /** The provision that something was removed for, when that is why. */
    law: string | null;
    at: string;
    contest: string | null;
  }[];
  notices: { kind: string; at: string; readAt: string | null }[];
  /** What it asked to be told of, each by the one that is not null. */
  subscriptions: {
    letter: string | null;
    text: string | null;
    thread: number | null;
    organisation: string | null;
    rhythm: string;
  }[];
};

/** All that is held about an address. */
export type HeldData = {
  address: string;
  signatures: HeldSignature[];
  account: HeldAccount | null;
  /** What else says that the account did something, or had it done to it (records.server.ts). */
  records: HeldRecords;
  /** Wishes to open an account that were not completed. */
  joins: { name: string; at: string }[];
  /** Invitations to this address, to organisations and to drafts. */
  invitations: { to: string; role: string; at: string; until: string }[];
  /** Addresses that are being proved, of mandates and of identities that no account links yet. */
  proofs: { what: string; at: string | null; until: string }[];
  /** Mails: what kind, when, and whether they went out. Their text is forgotten as they go out. */
  mails: { kind: string; subject: string; at: string; sentAt: string | null; failed: boolean }[];
  /** What was reported to the moderators from this address. */
  reports: { about: string; reason: string; explanation: string; name: string; at: string }[];
  /** Since when no notices are mailed to it, for its mail server refused them. */
  refusedSince: string | null;
  /** Links to this very page. */
  links: { at: string; until: string }[];
};
