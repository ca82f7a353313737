import { hashPassword } from "#app/accounts/secret.server.ts";
import type { Account, Role } from "#app/accounts/account.ts";
import type { Language } from "#app/languages/language.ts";
import { closeLetter } from "#app/letters/close-letter.server.ts";
import type { DocumentNode } from "#app/letters/document.ts";
import { createDraft } from "#app/letters/draft-letter.server.ts";
import { LetterFields } from "#app/letters/letter.ts";
import { publishRevision } from "#app/letters/publish-revision.server.ts";
import { readRevision, saveRevision } from "#app/letters/revise-letter.server.ts";
import { publishLetter } from "#app/letters/publish-letter.server.ts";
import type { OrganisationForm } from "#app/organisations/organisation.ts";
import { confirmSignature } from "#app/signatures/confirm-signature.server.ts";
import { signLetter } from "#app/signatures/sign-letter.server.ts";
import { SignForm } from "#app/signatures/signature.ts";
import { sql } from "#db/sql.ts";

export const origin = "https://tribune.example";
export const password = "a quiet long phrase";

let made = 0;

/** An account of its own, with `password`. */
export async function makeAccount(
  wish: { email?: string; name?: string; role?: Role; language?: Language } = {},
): Promise<Account> {
  const number = ++made;
  const account = {
    email: `account-${number}@example.org`,
    name: `Account ${number}`,
    language: "en",
    ...wish,
  };
  const [row] = await sql<Account[]>`
    insert into accounts (email, name, password_hash, language, role)
    values (${account.email}, ${account.name}, ${await hashPassword(password)}, ${account.language}, ${wish.role ?? "member"})
    returning id, email, name, language, role`;
  if (!row) throw new Error("the account was not made");
  return row;
}

export const paragraph = (text: string): DocumentNode => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});

/** The fields of a letter's form as the form gives them, with what `wish` changes. */
export const letterFields = (wish: Partial<LetterFields> = {}): LetterFields => ({
  ...LetterFields.parse({ title: `Letter ${++made}`, addressees: "The minister", authorName: "An author" }),
  ...wish,
});

/** A draft of `account`. @returns its slug */
export function makeDraft(
  account: Account,
  wish: Partial<LetterFields> = {},
  text = "We ask for rules one can read.",
): Promise<string> {
  return createDraft(account.id, "en", letterFields(wish), paragraph(text));
}

/** A published letter of `account`; closed when asked. */
export async function makeLetter(
  account: Account,
  wish: Partial<LetterFields> & { closed?: boolean } = {},
): Promise<{ id: number; slug: string; discussionId: number }> {
  const { closed, ...fields } = wish;
  const slug = await makeDraft(account, fields);
  const { outcome } = await publishLetter(slug, account.id, 1);
  if (outcome !== "published") throw new Error(`the letter was not published: ${outcome}`);
  if (closed) await closeLetter(slug, account.id);
  const [letter = { id: 0, discussionId: 0 }] = await sql<{ id: number; discussionId: number }[]>`
    select l.id, d.id as "discussionId" from letters l join discussions d on d.letter_id = l.id where l.slug = ${slug}`;
  return { ...letter, slug };
}

/** What an organisation's form gives, with what `wish` changes; it says that it is another one than those alike. */
export const organisationForm = (wish: Partial<OrganisationForm> = {}): OrganisationForm => ({
  name: `Organisation ${++made}`,
  sector: "association",
  country: "FR",
  website: "",
  registration: "",
  about: "",
  another: true,
  ...wish,
});

/** The sign form as a browser sends it. */
export const signForm = (fields: Record<string, string>) =>
  SignForm.parse({ name: "Ada Signer", showName: "on", ...fields });

/** The newest mail to an address. */
export async function lastMailTo(
  email: string,
): Promise<{ kind: string; language: string; subject: string; body: string }> {
  const [mail] = await sql<{ kind: string; language: string; subject: string; body: string }[]>`
    select kind, language, subject, body from mails where to_address = ${email} order by id desc limit 1`;
  if (!mail) throw new Error(`no mail to ${email}`);
  return mail;
}

/** What stands behind `path` in the newest mail to an address: the token of its link. */
export async function tokenMailedTo(email: string, path: string): Promise<string> {
  const { body } = await lastMailTo(email);
  const token = body.split(`${origin}${path}/`)[1]?.match(/^[\w-]+/)?.[0];
  if (!token) throw new Error(`no link to ${path} in:\n${body}`);
  return token;
}

/** Signs and, unless told otherwise, confirms. @returns the token of the newest mail's link */
export async function sign(
  slug: string,
  email: string,
  fields: Record<string, string> = {},
  confirm = true,
): Promise<string> {
  const form = signForm({ email, ...fields });
  const { outcome } = await signLetter(slug, form, "en", origin);
  if (outcome !== "mailed") throw new Error(`not signed: ${outcome}`);
  const token = await tokenMailedTo(form.email, "/signatures");
  if (confirm) await confirmSignature(token, origin);
  return confirm ? tokenMailedTo(form.email, "/signatures") : token;
}

/** Publishes the next version of a letter, with another text. @returns its number */
export async function revise(
  account: Account,
  slug: string,
  wish: { text?: string; title?: string; reason?: string } = {},
): Promise<number> {
  const now = await readRevision(slug, account.id);
  if (!now) throw new Error(`${slug} is not a letter of ${account.email}`);
  const { current: basedOn, addressees, summary } = now;
  const title = wish.title ?? now.title;
  const fields = { title, addressees, summary, reason: wish.reason ?? "To say it better." };
  const document = paragraph(wish.text ?? `We ask for rules one can read, said ${++made} times.`);
  const saved = await saveRevision(slug, account.id, { basedOn, revision: now.revision }, fields, document);
  if (saved.outcome !== "saved") throw new Error(`not saved: ${saved.outcome}`);
  const base = { basedOn, revision: saved.revision };
  const published = await publishRevision(slug, account.id, base, origin);
  if (published.outcome !== "published") throw new Error(`not published: ${published.outcome}`);
  return published.number;
}
