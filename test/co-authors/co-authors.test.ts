import { beforeEach, describe, expect, test } from "vitest";
import { deleteAccount } from "#app/accounts/change-account.server.ts";
import type { Account } from "#app/accounts/account.ts";
import { acceptInvitation, readInvitation } from "#app/co-authors/accept-invitation.server.ts";
import { roleIn } from "#app/co-authors/authorship.server.ts";
import { changeCoAuthorRole, endCoAuthorship } from "#app/co-authors/change-co-author.server.ts";
import type { CoAuthorRole } from "#app/co-authors/co-author.ts";
import {
  cancelInvitation,
  inviteOrganisation,
  invitePerson,
  sweepCoAuthorInvitations,
} from "#app/co-authors/invite-co-author.server.ts";
import { listCoAuthors, openInvitations, readWrittenLetter } from "#app/co-authors/list-co-authors.server.ts";
import { readEvents } from "#app/co-authors/record-event.server.ts";
import { listShares, readSharedDraft, revokeShare, shareDraft } from "#app/co-authors/share-draft.server.ts";
import { approveDraft } from "#app/drafts/approve-draft.server.ts";
import { closeLetter } from "#app/letters/close-letter.server.ts";
import { deleteDraft, listOwnLetters, readDraft, saveDraft } from "#app/letters/draft-letter.server.ts";
import { publishLetter } from "#app/letters/publish-letter.server.ts";
import { readRevision } from "#app/letters/revise-letter.server.ts";
import { mergeOrganisations } from "#app/organisations/merge-organisations.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeOrganisation } from "../organisations/organisation-with-members.ts";
import {
  lastMailTo,
  letterFields,
  makeAccount,
  makeDraft,
  origin,
  paragraph,
  password,
  tokenMailedTo,
} from "../made-up.ts";

useDatabase();

let author: Account;
let slug: string;
let letterId: number;
beforeEach(async () => {
  author = await makeAccount({ name: "Ada Author" });
  slug = await makeDraft(author, { title: "Written by several" });
  letterId = (await readWrittenLetter(slug, author.id))?.id ?? 0;
});

/** An account that was invited and has accepted. */
async function joins(role: CoAuthorRole, wish: { name?: string } = {}): Promise<Account> {
  const account = await makeAccount(wish);
  await invitePerson(slug, author, { email: account.email, role }, origin);
  const token = await tokenMailedTo(account.email, "/co-authors");
  expect(await acceptInvitation(token, account)).toEqual({ outcome: "joined", slug });
  return account;
}
const save = (by: Account, text: string, revision: number | null = null) =>
  saveDraft(slug, by.id, revision, letterFields({ title: "Written by several" }), paragraph(text));

describe("what each may do", () => {
  test("whoever begins a letter is its author; others do not see it", async () => {
    const stranger = await makeAccount();
    expect(await roleIn(slug, author.id)).toBe("author");
    expect(await roleIn(slug, stranger.id)).toBeNull();
    expect(await readDraft(slug, stranger.id)).toBeNull();
    expect(await readWrittenLetter(slug, stranger.id)).toBeNull();
  });

  test.each([
    ["author", "saved", "deleted"],
    ["editor", "saved", "not-found"],
    ["reader", "not-found", "not-found"],
  ] as const)("%s: reads; saving answers %s, deleting %s", async (role, saving, deleting) => {
    const other = await joins(role);
    expect(await readDraft(slug, other.id)).toMatchObject({ slug, role });
    expect(await save(other, "Changed by another.")).toMatchObject({ outcome: saving });
    expect((await listOwnLetters(other.id)).map((letter) => [letter.slug, letter.role])).toEqual([
      [slug, role],
    ]);
    expect(await deleteDraft(slug, other.id)).toEqual({ outcome: deleting });
    expect((await readDraft(slug, author.id)) === null).toBe(deleting === "deleted");
  });

  test.each([
    ["author", "published", "closed", true],
    ["editor", "not-found", "not-found", true],
    ["reader", "not-found", "not-found", false],
  ] as const)("%s: publishing answers %s, closing %s", async (role, publishing, closing, revises) => {
    const other = await joins(role);
    await approveDraft(slug, author.id, 1);
    expect(await publishLetter(slug, other.id, 1)).toEqual({ outcome: publishing });
    await publishLetter(slug, author.id, 1);
    expect((await readRevision(slug, other.id)) !== null).toBe(revises);
    expect(await closeLetter(slug, other.id)).toEqual({ outcome: closing });
  });

  test("what one has not seen of another is not overwritten", async () => {
    const other = await joins("editor");
    expect(await save(other, "First.", 1)).toEqual({ outcome: "saved", revision: 2 });
    expect(await save(author, "Second.", 1)).toEqual({ outcome: "stale" });
  });
});

describe("an invitation", () => {
  test("is for its address, once; who was removed cannot use it again", async () => {
    const guest = await makeAccount();
    const other = await makeAccount();
    await invitePerson(slug, author, { email: guest.email, role: "editor" }, origin);
    const token = await tokenMailedTo(guest.email, "/co-authors");
    expect(await readInvitation(token, null)).toMatchObject({
      mine: false,
      inviter: "Ada Author",
      role: "editor",
    });
    expect(await readInvitation(token, other)).toMatchObject({ mine: false });
    expect(await readInvitation(token, guest)).toMatchObject({ mine: true, title: "Written by several" });
    expect(await acceptInvitation(token, other)).toEqual({ outcome: "not-yours" });
    const both = await Promise.all([acceptInvitation(token, guest), acceptInvitation(token, guest)]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["joined", "unknown-token"]);
    await endCoAuthorship(slug, author, guest.id);
    expect(await acceptInvitation(token, guest)).toEqual({ outcome: "unknown-token" });
    expect(await roleIn(slug, guest.id)).toBeNull();
  });

  test("takes the place of an earlier one, is taken back, and runs out", async () => {
    const guest = await makeAccount();
    await invitePerson(slug, author, { email: guest.email, role: "reader" }, origin);
    const first = await tokenMailedTo(guest.email, "/co-authors");
    await invitePerson(slug, author, { email: guest.email, role: "editor" }, origin);
    const second = await tokenMailedTo(guest.email, "/co-authors");
    expect(await readInvitation(first, guest)).toBeNull();
    const open = await openInvitations(letterId);
    expect(open).toMatchObject([{ email: guest.email, role: "editor", organisation: null }]);
    for (let click = 0; click < 2; click++)
      expect(await cancelInvitation(slug, author, open[0]?.id ?? 0)).toEqual({ outcome: "cancelled" });
    expect(await acceptInvitation(second, guest)).toEqual({ outcome: "unknown-token" });
    await invitePerson(slug, author, { email: guest.email, role: "editor" }, origin);
    const third = await tokenMailedTo(guest.email, "/co-authors");
    await sql`update co_author_invitations set expires_at = now() - interval '1 minute'`;
    expect(await acceptInvitation(third, guest)).toEqual({ outcome: "unknown-token" });
    await sweepCoAuthorInvitations();
    expect(await sql`select 1 from co_author_invitations`).toHaveLength(0);
  });

  test("gives the stronger of two roles, and takes none away", async () => {
    const guest = await joins("editor");
    for (const [role, then] of [
      ["reader", "editor"],
      ["author", "author"],
      ["editor", "author"],
    ] as const) {
      await invitePerson(slug, author, { email: guest.email, role }, origin);
      await acceptInvitation(await tokenMailedTo(guest.email, "/co-authors"), guest);
      expect(await roleIn(slug, guest.id)).toBe(then);
    }
  });

  test("is made by authors alone, and says the same of a known and an unknown address", async () => {
    const editor = await joins("editor");
    const wish = { email: "nobody@example.org", role: "author" } as const;
    expect(await invitePerson(slug, editor, wish, origin)).toEqual({ outcome: "not-found" });
    expect(await invitePerson(slug, author, wish, origin)).toEqual({ outcome: "mailed" });
    expect(await invitePerson(slug, author, { ...wish, email: editor.email }, origin)).toEqual({
      outcome: "mailed",
    });
    expect((await lastMailTo("nobody@example.org")).subject).toContain("Ada Author");
  });

  test("to an organisation goes to all who speak for it; the first of them joins in its name", async () => {
    const [owner, member] = [await makeAccount(), await makeAccount()];
    const { id: organisationId } = await makeOrganisation(owner, { name: "Cloud for all" });
    await sql`
      insert into organisation_members (organisation_id, account_id, role)
      values (${organisationId}, ${member.id}, 'member')`;
    const wish = { organisationId, role: "editor" } as const;
    expect(await inviteOrganisation(slug, author, wish, origin)).toEqual({ outcome: "mailed" });
    const token = await tokenMailedTo(owner.email, "/co-authors");
    await expect(lastMailTo(member.email)).rejects.toThrow("no mail");
    expect(await acceptInvitation(token, member)).toEqual({ outcome: "not-yours" });
    expect(await acceptInvitation(token, owner)).toEqual({ outcome: "joined", slug });
    expect((await listCoAuthors(letterId)).find(({ accountId }) => accountId === owner.id)).toMatchObject({
      role: "editor",
      organisation: { name: "Cloud for all" },
    });
    await sql`delete from organisation_members where organisation_id = ${organisationId}`;
    expect(await inviteOrganisation(slug, author, wish, origin)).toEqual({ outcome: "nobody" });
  });

  test("moves with an organisation that is merged into another", async () => {
    const admin = await makeAccount({ role: "admin" });
    const owner = await makeAccount();
    const { id: kept } = await makeOrganisation(owner, { name: "Kept Cloud" });
    const { id: gone } = await makeOrganisation(owner, { name: "Merged Cloud" });
    for (const organisationId of [gone, kept])
      await inviteOrganisation(slug, author, { organisationId, role: "reader" }, origin);
    const token = await tokenMailedTo(owner.email, "/co-authors");
    expect(await mergeOrganisations(gone, kept, admin, "Merged Cloud", origin)).toMatchObject({
      outcome: "merged",
    });
    expect(await openInvitations(letterId)).toMatchObject([{ organisation: "Kept Cloud" }]);
    expect(await acceptInvitation(token, owner)).toMatchObject({ outcome: "joined" });
  });

  test("the hundred-and-first is refused", async () => {
    await sql`
      insert into co_author_invitations (token_hash, letter_id, email, role, invited_by, expires_at)
      select n, ${letterId}, n || '@example.org', 'reader', ${author.id}, now() + interval '1 day'
      from generate_series(1, 99) n`;
    const wish = { email: "late@example.org", role: "reader" } as const;
    expect(await invitePerson(slug, author, wish, origin)).toEqual({ outcome: "full" });
  });
});

describe("changing who writes", () => {
  test("the last author can neither leave nor step down; handing over is making another one", async () => {
    const other = await joins("editor");
    expect(await endCoAuthorship(slug, author, author.id)).toEqual({ outcome: "last-author" });
    expect(await changeCoAuthorRole(slug, author, author.id, "reader")).toEqual({ outcome: "last-author" });
    expect(await changeCoAuthorRole(slug, other, other.id, "author")).toEqual({ outcome: "not-found" });
    for (let click = 0; click < 2; click++)
      expect(await changeCoAuthorRole(slug, author, other.id, "author")).toEqual({ outcome: "changed" });
    const left = await Promise.all([
      endCoAuthorship(slug, author, author.id),
      endCoAuthorship(slug, other, other.id),
    ]);
    expect(left.map(({ outcome }) => outcome).toSorted()).toEqual(["ended", "last-author"]);
    expect((await listCoAuthors(letterId)).map(({ role }) => role)).toEqual(["author"]);
  });

  test("an author removes, everybody leaves, nobody removes another otherwise; twice is once", async () => {
    const [editor, reader] = [await joins("editor"), await joins("reader")];
    expect(await endCoAuthorship(slug, editor, reader.id)).toEqual({ outcome: "not-found" });
    for (let click = 0; click < 2; click++)
      expect(await endCoAuthorship(slug, author, reader.id)).toEqual({ outcome: "ended" });
    expect(await readDraft(slug, reader.id)).toBeNull();
    expect(await endCoAuthorship(slug, editor, editor.id)).toEqual({ outcome: "ended" });
    expect(
      (await readEvents(letterId)).map(({ event, role }) => (role ? `${event} ${role}` : event)),
    ).toEqual(["left", "removed", "joined reader", "invited reader", "joined editor", "invited editor"]);
  });

  test("a deleted account leaves its draft to an editor, or the draft goes with it", async () => {
    const editor = await joins("editor", { name: "Edda Editor" });
    const alone = await makeDraft(author, { title: "Written alone" });
    const read = await makeDraft(author, { title: "Only read by another" });
    await sql`
      insert into co_authors (letter_id, account_id, role)
      select id, ${editor.id}, 'reader' from letters where slug = ${read}`;
    const open = await makeDraft(author, { title: "Published" });
    await publishLetter(open, author.id, 1);
    expect(await deleteAccount(author, password)).toEqual({ outcome: "deleted" });
    const left = await sql<{ slug: string }[]>`
      select slug from letters where slug in (${slug}, ${alone}, ${read}, ${open}) order by id`;
    expect(left.map((letter) => letter.slug)).toEqual([slug, open]);
    expect(await roleIn(slug, editor.id)).toBe("author");
    const told = (await readEvents(letterId)).slice(0, 2);
    expect(told).toContainEqual(expect.objectContaining({ event: "left", byItself: false, actor: null }));
    expect(told).toContainEqual(
      expect.objectContaining({
        event: "role-changed",
        byItself: true,
        account: "Edda Editor",
        role: "author",
      }),
    );
  });
});

describe("a secret link", () => {
  test("shows the draft as it is, to whoever has it, until it is revoked", async () => {
    expect(await shareDraft(slug, author)).toEqual({ outcome: "shared" });
    const [share] = await listShares(letterId);
    expect(await readSharedDraft(share?.token ?? "")).toMatchObject({ slug, title: "Written by several" });
    await save(author, "What it says now.");
    expect(JSON.stringify((await readSharedDraft(share?.token ?? ""))?.document)).toContain(
      "What it says now.",
    );
    for (let click = 0; click < 2; click++)
      expect(await revokeShare(slug, author, share?.id ?? 0)).toEqual({ outcome: "revoked" });
    expect(await readSharedDraft(share?.token ?? "")).toBeNull();
    expect(await listShares(letterId)).toEqual([]);
  });

  test("cannot be guessed from another", async () => {
    await shareDraft(slug, author);
    await shareDraft(slug, author);
    const [second, first] = await listShares(letterId);
    const seal = (token = "") => token.replace(/^\d+-/, "");
    for (const token of [
      `${first?.id}-${seal(second?.token)}`,
      `${first?.token}x`,
      first?.token.slice(0, -1) ?? "",
      String(first?.id),
      "",
      "9999999999999999-" + seal(first?.token),
    ])
      expect(await readSharedDraft(token), token).toBeNull();
  });

  test("is an author's to make and to revoke, of drafts only, and no more than twenty", async () => {
    const editor = await joins("editor");
    expect(await shareDraft(slug, editor)).toEqual({ outcome: "not-found" });
    await shareDraft(slug, author);
    const [share] = await listShares(letterId);
    expect(await revokeShare(slug, editor, share?.id ?? 0)).toEqual({ outcome: "not-found" });
    const other = await makeDraft(author);
    expect(await revokeShare(other, author, share?.id ?? 0)).toEqual({ outcome: "revoked" });
    expect(await listShares(letterId)).toHaveLength(1);
    await sql`
      insert into draft_shares (letter_id, created_by) select ${letterId}, ${author.id} from generate_series(1, 19)`;
    expect(await shareDraft(slug, author)).toEqual({ outcome: "full" });
    await publishLetter(slug, author.id, 1);
    expect(await shareDraft(slug, author)).toEqual({ outcome: "published" });
  });
});
