import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { commentsOfSpeakers } from "#app/discussion/comments-of-speakers.server.ts";
import { postComment } from "#app/discussion/post-comment.server.ts";
import { listOwnLetters } from "#app/letters/draft-letter.server.ts";
import { listLetters, readLetter } from "#app/letters/read-letter.server.ts";
import { contestDecision, readOwnDecision } from "#app/moderation/contest-decision.server.ts";
import { hiddenPageFor, readHidden } from "#app/moderation/read-hidden.server.ts";
import { readPublicLog } from "#app/moderation/read-public-log.server.ts";
import { readSubject } from "#app/moderation/subject.server.ts";
import { undoDecision } from "#app/moderation/undo-decision.server.ts";
import { createOrganisation } from "#app/organisations/create-organisation.server.ts";
import { listOrganisations, readOrganisation } from "#app/organisations/read-organisation.server.ts";
import { CorrectionForm, correctSignature } from "#app/personal-data/correct-signature.server.ts";
import { searchEverything } from "#app/search/search-everything.server.ts";
import { readReceipt } from "#app/signatures/receipt.server.ts";
import { readFilter } from "#app/signatures/roster.ts";
import { readRoster } from "#app/signatures/roster.server.ts";
import { signLetter } from "#app/signatures/sign-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, makeLetter, organisationForm, origin, sign, signForm } from "../made-up.ts";
import { logged, makeCase, makeDecision } from "./made-up-cases.ts";

useDatabase();
let ada: Account;
let bob: Account;
let mo: Account;
let letter: { id: number; slug: string; discussionId: number };
beforeAll(async () => {
  bob = await makeAccount({ name: "Bob" });
  mo = await makeAccount({ name: "Mo", role: "moderator" });
});
beforeEach(async () => {
  ada = await makeAccount({ name: "Ada" });
  letter = await makeLetter(ada, { title: "Quagga clouds", closesOn: null });
});

const found = async (typed: string) =>
  JSON.stringify(await searchEverything({ typed, since: null, until: null }, null, null));
const roster = async () =>
  (await readRoster(letter.id, readFilter(new URLSearchParams(), false), null)).signatures;

describe("hiding a letter", () => {
  const hide = async () => makeDecision(await makeCase("letter", letter.id), mo, { reason: "spam" });

  test("takes it out of its page, lists, searches and discussions, and nothing more can be done to it", async () => {
    await postComment({ letter: letter.slug }, bob.id, {
      body: "Okapi says yes.",
      stance: "support",
      parent: null,
    });
    expect(await found("quagga")).toContain(letter.slug);
    expect(await found("okapi")).toContain(letter.slug);
    await hide();
    expect(await readLetter(letter.slug)).toBeNull();
    for (const sort of ["newest", "most-signed", "closing-soon"] as const)
      expect((await listLetters(sort, null)).letters.map(({ slug }) => slug)).not.toContain(letter.slug);
    expect(await found("quagga")).not.toContain(letter.slug);
    expect(await found("okapi")).not.toContain(letter.slug);
    expect((await commentsOfSpeakers([bob.id])).filter(({ path }) => path.includes(letter.slug))).toEqual([]);
    const form = signForm({ email: "late@example.org" });
    expect((await signLetter(letter.slug, form, "en", origin)).outcome).toBe("not-found");
    const comment = { body: "Why?", stance: "neutral", parent: null } as const;
    expect((await postComment({ letter: letter.slug }, bob.id, comment)).outcome).toBe("not-found");
  });

  test("tells at its every address when and why, its text to its author alone", async () => {
    const decision = await hide();
    for (const rest of ["", "/", ".json", ".pdf", "/signatures.csv", "/versions/1.json", "/discussion/4"])
      expect(await hiddenPageFor(`/letters/${letter.slug}${rest}`)).toBe(
        `/moderation/hidden?letter=${letter.slug}`,
      );
    expect(await hiddenPageFor("/letters")).toBeNull();
    expect(await hiddenPageFor(`/letters/${letter.slug}-2`)).toBeNull();
    expect(await readHidden("letter", letter.slug, bob.id)).toMatchObject({ reason: "spam", own: null });
    const seen = await readHidden("letter", letter.slug, ada.id);
    expect(seen?.own).toMatchObject({ title: "Quagga clouds", decision });
    expect(JSON.stringify(seen?.own?.document)).toContain("We ask for rules");
    expect((await listOwnLetters(ada.id)).find(({ slug }) => slug === letter.slug)?.state).toBe("hidden");
    expect((await lastMailTo(ada.email)).body).toContain(`${origin}/moderation/contest/${decision}`);
  });

  test("stands in the public log, without its title", async () => {
    await hide();
    expect(await logged()).toEqual([{ event: "letter-hidden", reason: "spam", subject: "letter" }]);
    const { lines } = await readPublicLog({ letter: letter.slug, before: null });
    expect(lines).toMatchObject([{ event: "letter-hidden", letter: null }]);
  });

  test("undone, it is back as it was, closed if it was closed, with its signatures", async () => {
    const token = await sign(letter.slug, "signer@example.org");
    const before = await readLetter(letter.slug);
    const decision = await hide();
    // Who signed keeps a receipt that can be read meanwhile.
    expect(await readReceipt(token)).toMatchObject({ slug: letter.slug, version: 1, state: "confirmed" });
    await undoDecision(decision, mo.id);
    expect(await readLetter(letter.slug)).toEqual(before);
    expect(await hiddenPageFor(`/letters/${letter.slug}`)).toBeNull();
    const closed = await makeLetter(ada, { closed: true });
    const other = await makeDecision(await makeCase("letter", closed.id), mo, { reason: "spam" });
    await undoDecision(other, mo.id);
    expect((await readLetter(closed.slug))?.state).toBe("closed");
  });
});

describe("hiding an organisation", () => {
  const make = async (name: string) => {
    const made = await createOrganisation(
      ada.id,
      organisationForm({ name, about: "We sell zorilla clouds." }),
    );
    if (made.outcome !== "created") throw new Error(made.outcome);
    const [row = { id: 0 }] = await sql<
      { id: number }[]
    >`select id from organisations where slug = ${made.slug}`;
    return { ...made, id: row.id };
  };
  const hide = async (id: number) =>
    makeDecision(await makeCase("organisation", id), mo, { reason: "impersonation" });

  test("takes its page, its place in lists and searches, and its name under letters", async () => {
    const { id, slug } = await make("Zorilla Clouds");
    await sql`
      insert into signatures (letter_id, version_number, signer_key, kind, state, name, email, name_shown, keep_informed,
        language, confirmed_at, organisation_id, level)
      values (${letter.id}, 1, ${`organisation:${id}`}, 'organisation', 'confirmed', 'Zorilla Clouds', 'z@example.org', true,
        true, 'en', now(), ${id}, 'domain')`;
    expect(await found("zorilla")).toContain(slug);
    const decision = await hide(id);
    expect(await readOrganisation(slug)).toBeNull();
    expect((await listOrganisations("zorilla", null)).organisations).toEqual([]);
    expect((await listOrganisations("", null)).organisations.map((each) => each.slug)).not.toContain(slug);
    expect(await found("zorilla")).not.toContain("orilla");
    expect(await roster()).toMatchObject([{ name: null, organisationSlug: null }]);
    expect(await hiddenPageFor(`/organisations/${slug}/members`)).toBe(
      `/moderation/hidden?organisation=${slug}`,
    );
    expect((await readHidden("organisation", slug, bob.id))?.own).toBeNull();
    const own = { title: "Zorilla Clouds", words: "We sell zorilla clouds.", decision };
    expect((await readHidden("organisation", slug, ada.id))?.own).toMatchObject(own);
    expect((await readSubject("organisation", id))?.words).toContain("We sell zorilla clouds.");

    await undoDecision(decision, mo.id);
    expect(await readOrganisation(slug)).toMatchObject({ name: "Zorilla Clouds", about: own.words });
    expect(await found("zorilla")).toContain(slug);
    expect(await roster()).toMatchObject([{ name: "Zorilla Clouds", organisationSlug: slug }]);
  });
});

describe("hiding a signature", () => {
  const signed = async (email: string) => {
    const token = await sign(letter.slug, email, { name: "Rude Name", statement: "A bad word." });
    const [row = { id: 0 }] = await sql<{ id: number }[]>`
      select id from signatures where letter_id = ${letter.id} and email = ${email}`;
    return { token, id: row.id };
  };
  const hide = async (id: number) => makeDecision(await makeCase("signature", id), mo);

  test("takes its name and words and leaves it counted, with its receipt; undone, they are back", async () => {
    const { id, token } = await signed("rude@example.org");
    const count = (await readLetter(letter.slug))?.signatureCount;
    const decision = await hide(id);
    expect(await roster()).toMatchObject([{ id, name: null, statement: "" }]);
    expect(await found("rude")).not.toContain("Rude");
    expect((await readLetter(letter.slug))?.signatureCount).toBe(count);
    expect(await readReceipt(token)).toMatchObject({ name: "Rude Name", state: "confirmed" });
    expect(await logged()).toMatchObject([{ event: "signature-hidden" }]);
    await undoDecision(decision, mo.id);
    expect(await roster()).toMatchObject([{ name: "Rude Name", statement: "A bad word." }]);
  });

  test("is told to the address that signed, whose account may contest it", async () => {
    const { id } = await signed("alone@example.org");
    const decision = await hide(id);
    expect((await lastMailTo("alone@example.org")).body).toContain(`/moderation/contest/${decision}`);
    expect(await readOwnDecision(decision, bob.id)).toBeNull();
    expect((await contestDecision(decision, bob.id, "Mine!")).outcome).toBe("not-found");
    const later = await makeAccount({ email: "alone@example.org" });
    expect(await readOwnDecision(decision, later.id)).toMatchObject({ open: true });
    expect((await contestDecision(decision, later.id, "It is my name.")).outcome).toBe("contested");
    expect((await readOwnDecision(decision, later.id))?.contest).toBe("It is my name.");
  });

  test("holds whatever its signatory changes, and what they wish holds once it is undone", async () => {
    const { id } = await signed("wish@example.org");
    const decision = await hide(id);
    const form = (wish: Record<string, string>) => CorrectionForm.parse({ name: "Rude Name", ...wish });
    await correctSignature("wish@example.org", id, form({ showName: "on" }));
    expect(await roster()).toMatchObject([{ name: null }]);
    await correctSignature("wish@example.org", id, form({}));
    await undoDecision(decision, mo.id);
    expect(await roster()).toMatchObject([{ name: null }]);
  });
});
