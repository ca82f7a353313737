import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { createOrganisation } from "#app/organisations/create-organisation.server.ts";
import type { MemberRole } from "#app/organisations/organisation.ts";
import { mandateOf } from "#app/organisations/read-mandate.server.ts";
import { readOrganisation } from "#app/organisations/read-organisation.server.ts";
import { refuseClaim, withdrawForOrganisation } from "#app/signatures/answer-claim.server.ts";
import { listClaims } from "#app/signatures/list-claims.server.ts";
import { withdrawSignature } from "#app/signatures/confirm-signature.server.ts";
import { countersigners, countersignSignature } from "#app/signatures/countersign-signature.server.ts";
import { countSignatures } from "#app/signatures/count-signatures.server.ts";
import { pinSignature, unpinSignature } from "#app/signatures/pin-signature.server.ts";
import { readFirstSignatories, readRoster } from "#app/signatures/roster.server.ts";
import { readFilter } from "#app/signatures/roster.ts";
import { SignForForm } from "#app/signatures/sign-for.ts";
import { signForOrganisation } from "#app/signatures/sign-for-organisation.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import {
  lastMailTo,
  makeAccount,
  makeLetter,
  organisationForm,
  origin,
  sign,
  tokenMailedTo,
} from "../made-up.ts";

useDatabase();
let owner: Account;
let spokesperson: Account;
let organisation: { id: number; name: string; slug: string };
let letter: { id: number; slug: string };

const join = (account: Account, role: MemberRole) =>
  sql`insert into organisation_members (organisation_id, account_id, role) values (${organisation.id}, ${account.id}, ${role})`;
const proveDomain = (state: "proved" | "failing" | "lapsed" = "proved") => sql`
  insert into organisation_domains (organisation_id, domain, token, state, method, created_by, proved_at, failing_since)
  values (${organisation.id}, ${`${organisation.slug}.example`}, 'x', ${state}, 'dns', ${owner.id}, now(), ${state === "failing" ? new Date() : null})`;
const proveAddress = (account: Account) => sql`
  insert into mandates (organisation_id, account_id, level, evidence)
  values (${organisation.id}, ${account.id}, 'mailed', ${`${organisation.slug}.example`})`;

const signFor = async (account: Account, wish: Record<string, string> = {}) =>
  (
    await signForOrganisation(
      letter.slug,
      organisation,
      account,
      SignForForm.parse({ organisation: organisation.slug, version: "1", ...wish }),
      origin,
    )
  ).outcome;
const shown = async () =>
  (await readRoster(letter.id, readFilter(new URLSearchParams(), false), null)).signatures;

beforeAll(async () => {
  owner = await makeAccount({ name: "Olga Owner" });
  spokesperson = await makeAccount({ name: "Sven Speaker", language: "fr" });
});
beforeEach(async () => {
  const form = organisationForm();
  const made = await createOrganisation(owner.id, form);
  if (made.outcome !== "created") throw new Error(made.outcome);
  organisation = { id: (await readOrganisation(made.slug))?.id ?? 0, name: form.name, slug: made.slug };
  await join(spokesperson, "spokesperson");
  letter = await makeLetter(owner);
});

describe("a mandate", () => {
  test("is declared, then mailed for one, then the domain's for all who speak, then federated", async () => {
    const level = async (account: Account) => (await mandateOf(organisation.id, account.id))?.level;
    expect(await level(spokesperson)).toBe("declared");
    await proveAddress(spokesperson);
    expect([await level(spokesperson), await level(owner)]).toEqual(["mailed", "declared"]);
    await proveDomain("failing");
    expect([await level(spokesperson), await level(owner)]).toEqual(["domain", "domain"]);
    await sql`insert into mandates (organisation_id, account_id, level, evidence) values (${organisation.id}, ${owner.id}, 'federated', 'https://id.example')`;
    expect(await level(owner)).toBe("federated");
    await sql`update organisation_domains set state = 'lapsed', failing_since = null where organisation_id = ${organisation.id}`;
    expect(await level(spokesperson)).toBe("mailed");
    await sql`update mandates set ended_at = now() where organisation_id = ${organisation.id}`;
    expect(await level(spokesperson)).toBe("declared");
  });

  test("is nobody's who only belongs to it, and no stranger's", async () => {
    const member = await makeAccount();
    await join(member, "member");
    await proveDomain();
    expect(await mandateOf(organisation.id, member.id)).toBeNull();
    expect(await mandateOf(organisation.id, (await makeAccount()).id)).toBeNull();
    expect(await signFor(member)).toBe("forbidden");
  });
});

describe("signing for an organisation", () => {
  test("with a declared mandate is a person's signature and counts no organisation", async () => {
    expect(await signFor(spokesperson, { role: "Press officer", showMe: "on" })).toBe("signed-as-person");
    expect(await shown()).toMatchObject([
      { kind: "person", name: "Sven Speaker", affiliation: organisation.name, level: "declared" },
    ]);
    expect(await readLetter(letter.slug)).toMatchObject({ signatureCount: 1, organisationCount: 0 });
    expect(await lastMailTo(owner.email)).toMatchObject({ kind: "claimed-organisation" });
  });

  test("with a declared mandate does not wash off what the person's signature is held for", async () => {
    await sign(letter.slug, spokesperson.email);
    await sql`
      update signatures set state = 'withdrawn', hold_reasons = '{same-name}', withdrawn_at = now()
      where letter_id = ${letter.id}`;
    const mailed = await lastMailTo(owner.email);
    expect(await signFor(spokesperson)).toBe("signed-as-person");
    const [row] = await sql`select state, hold_reasons from signatures where letter_id = ${letter.id}`;
    expect(row).toEqual({ state: "held", hold_reasons: ["same-name"] });
    expect(await shown()).toEqual([]);
    expect(await lastMailTo(owner.email)).toEqual(mailed);
  });

  test("with a proved one is the organisation's, once a letter, and its owners are told", async () => {
    await proveDomain();
    expect(await signFor(spokesperson, { role: "Press officer", statement: "We agree." })).toBe("signed");
    expect(await shown()).toMatchObject([
      { kind: "organisation", name: organisation.name, level: "domain", role: "", representedBy: "" },
    ]);
    expect(await lastMailTo(owner.email)).toMatchObject({ kind: "signed-for-organisation", language: "en" });
    expect(await lastMailTo(spokesperson.email)).toMatchObject({ kind: "signature-receipt", language: "fr" });
    expect(await signFor(owner)).toBe("already-signed");
    expect(await readLetter(letter.slug)).toMatchObject({ signatureCount: 1, organisationCount: 1 });
    await countSignatures();
    expect(await readLetter(letter.slug)).toMatchObject({ signatureCount: 1, organisationCount: 1 });
    // The person may sign as well: they are somebody else than their employer.
    await sign(letter.slug, spokesperson.email);
    expect(await shown()).toHaveLength(2);
  });

  test("names the person and the role if they agree", async () => {
    await proveAddress(spokesperson);
    expect(await signFor(spokesperson, { role: "Press officer", showMe: "on" })).toBe("signed");
    expect(await shown()).toMatchObject([
      {
        level: "mailed",
        evidence: `${organisation.slug}.example`,
        role: "Press officer",
        representedBy: "Sven Speaker",
      },
    ]);
  });

  test("fifty at once make one signature", async () => {
    await proveDomain();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) => signFor(index % 2 ? owner : spokesperson)),
    );
    expect(outcomes.filter((outcome) => outcome === "signed")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "already-signed")).toHaveLength(49);
    expect(await shown()).toHaveLength(1);
  });

  test("of another text, or of a letter that is closed or not there, does nothing", async () => {
    await proveDomain();
    expect(await signFor(owner, { version: "2" })).toBe("version-changed");
    letter = await makeLetter(owner, { closed: true });
    expect(await signFor(owner)).toBe("letter-closed");
    letter.slug = "no-such-letter";
    expect(await signFor(owner)).toBe("not-found");
  });
});

describe("a second officer", () => {
  const ask = async () => {
    await proveDomain();
    expect(await signFor(spokesperson, { countersigner: String(owner.id) })).toBe("signed");
    return tokenMailedTo(owner.email, "/countersign");
  };

  test("approves by the link of a mail, once, and the level says so", async () => {
    const token = await ask();
    expect((await shown())[0]?.level).toBe("domain");
    expect(await countersignSignature(token, 2), "another text").toEqual({ outcome: "unknown-token" });
    expect(await countersignSignature(token, 1)).toEqual({ outcome: "countersigned" });
    const [raised] = await shown();
    expect(raised).toMatchObject({ level: "countersigned" });
    expect(await countersignSignature(token, 1)).toEqual({ outcome: "countersigned" });
    const events =
      await sql`select 1 from signature_events where letter_id = ${letter.id} and event = 'countersigned'`;
    expect(events.count).toBe(1);
  });

  test("approves the text that they were asked about, not the one signed since", async () => {
    const token = await ask();
    await sql`
      insert into letter_versions (letter_id, number, title, summary, author_kind, author_name, addressees, language,
        signed, sha256, published_by, reason)
      select letter_id, 2, title, summary, author_kind, author_name, addressees, language, signed,
        reverse(sha256), published_by, 'changed' from letter_versions where letter_id = ${letter.id} and number = 1`;
    await sql`update signatures set version_number = 2 where letter_id = ${letter.id}`;
    for (const version of [1, 2])
      expect(await countersignSignature(token, version)).toEqual({ outcome: "unknown-token" });
    expect((await shown())[0]?.level).toBe("domain");
  });

  test("must have a proved mandate, when asked and when approving", async () => {
    await proveAddress(spokesperson);
    expect(await countersigners(organisation.id, spokesperson.id)).toEqual([]);
    expect(await signFor(spokesperson, { countersigner: String(owner.id) })).toBe("no-countersigner");
    expect(await signFor(spokesperson, { countersigner: String(spokesperson.id) })).toBe("no-countersigner");
    await proveAddress(owner);
    expect(await countersigners(organisation.id, spokesperson.id)).toEqual([
      { accountId: owner.id, name: "Olga Owner" },
    ]);
    expect(await signFor(spokesperson, { countersigner: String(owner.id) })).toBe("signed");
    const token = await tokenMailedTo(owner.email, "/countersign");
    await sql`update mandates set ended_at = now() where account_id = ${owner.id}`;
    expect(await countersignSignature(token, 1)).toEqual({ outcome: "no-mandate" });
    expect((await shown())[0]?.level).toBe("mailed");
  });

  test("approves nothing that was withdrawn, nor what was signed anew, nor by a wrong or old link", async () => {
    const token = await ask();
    await sql`update countersignature_requests set expires_at = now() - interval '1 minute'`;
    expect(await countersignSignature(token, 1)).toEqual({ outcome: "unknown-token" });
    await sql`update countersignature_requests set expires_at = now() + interval '1 day'`;
    const [own] = await listClaims(organisation.id);
    await withdrawForOrganisation(organisation, owner, own ?? { letterId: 0, id: 0 }, origin);
    expect(await countersignSignature(token, 1)).toEqual({ outcome: "unknown-token" });
    await signFor(spokesperson, { statement: "Other words" });
    expect(await countersignSignature(token, 1)).toEqual({ outcome: "unknown-token" });
    expect(await countersignSignature("forged", 1)).toEqual({ outcome: "unknown-token" });
    expect((await shown())[0]?.level).toBe("domain");
  });
});

describe("by the link of the receipt", () => {
  test("who gave the signature withdraws it, the owners hear of it; who no longer speaks cannot", async () => {
    await proveDomain();
    await signFor(spokesperson);
    const token = await tokenMailedTo(spokesperson.email, "/signatures");
    await sql`update organisation_members set role = 'member' where account_id = ${spokesperson.id}`;
    expect(await withdrawSignature(token, origin)).toEqual({ outcome: "no-mandate" });
    expect(await shown()).toHaveLength(1);
    await sql`update organisation_members set role = 'spokesperson' where account_id = ${spokesperson.id}`;
    expect(await withdrawSignature(token, origin)).toEqual({ outcome: "withdrawn" });
    expect(await shown()).toEqual([]);
    expect(await lastMailTo(owner.email)).toMatchObject({ kind: "signature-withdrawn" });
  });
});

describe("the owners", () => {
  test("withdraw the organisation's signature, and who gave it is told; it can be given again", async () => {
    await proveDomain();
    await signFor(spokesperson);
    const [claim] = await listClaims(organisation.id);
    if (!claim) throw new Error("no claim");
    expect(await withdrawForOrganisation(organisation, spokesperson, claim, origin)).toEqual({
      outcome: "forbidden",
    });
    expect(await withdrawForOrganisation(organisation, owner, claim, origin)).toEqual({
      outcome: "withdrawn",
    });
    expect(await lastMailTo(spokesperson.email)).toMatchObject({ kind: "signature-withdrawn-by-owner" });
    expect(await shown()).toEqual([]);
    expect(await withdrawForOrganisation(organisation, owner, claim, origin)).toEqual({
      outcome: "not-found",
    });
    expect(await signFor(spokesperson)).toBe("signed");
  });

  test("hear of who types its name, once a day and letter, and refuse the claim", async () => {
    await sign(letter.slug, "claims@example.org", {
      name: "Claims Much",
      organisation: `${organisation.name}, S.A.S.`,
    });
    expect(await lastMailTo(owner.email)).toMatchObject({ kind: "claimed-organisation" });
    await sign(letter.slug, "too@example.org", { name: "Claims Too", organisation: organisation.name });
    const mails = await sql`
      select 1 from mails where to_address = ${owner.email} and kind = 'claimed-organisation' and body like ${`%${organisation.name}%`}`;
    expect(mails.count).toBe(1);
    const claims = await listClaims(organisation.id);
    expect(claims.map(({ name }) => name).sort()).toEqual(["Claims Much", "Claims Too"]);
    const claim = claims.find(({ name }) => name === "Claims Much");
    if (!claim) throw new Error("no claim");
    expect(await refuseClaim(organisation, spokesperson, claim, origin)).toEqual({ outcome: "forbidden" });
    expect(await refuseClaim(organisation, owner, claim, origin)).toEqual({ outcome: "refused" });
    expect(await lastMailTo("claims@example.org")).toMatchObject({ kind: "claim-refused" });
    expect((await shown()).find(({ name }) => name === "Claims Much")).toMatchObject({ affiliation: "" });
    expect((await readLetter(letter.slug))?.signatureCount, "it stands as a person's").toBe(2);
  });

  test("of another organisation withdraw and refuse nothing", async () => {
    await proveDomain();
    await signFor(spokesperson);
    const [claim] = await listClaims(organisation.id);
    const stranger = await makeAccount();
    const made = await createOrganisation(stranger.id, organisationForm());
    const other = await readOrganisation(made.outcome === "created" ? made.slug : "");
    if (!claim || !other) throw new Error("not made");
    expect(await withdrawForOrganisation(other, stranger, claim, origin)).toEqual({ outcome: "not-found" });
    await refuseClaim(other, stranger, claim, origin);
    expect(await shown()).toHaveLength(1);
  });
});

describe("pins", () => {
  test("show a signatory first, twelve at most, with a public trace; only the author's", async () => {
    for (let index = 0; index < 14; index++)
      await sign(letter.slug, `pin-${index}@example.org`, { name: `Pin ${index}` });
    await countSignatures();
    const all = await shown();
    const last = all.at(-1);
    if (!last) throw new Error("nobody signed");
    expect(await pinSignature(letter.slug, spokesperson.id, last.id)).toEqual({ outcome: "not-found" });
    expect(await pinSignature(letter.slug, owner.id, last.id)).toEqual({ outcome: "pinned" });
    expect(await pinSignature(letter.slug, owner.id, last.id)).toEqual({ outcome: "pinned" });
    expect(await readFirstSignatories(letter.id, 3)).toMatchObject([
      { name: last.name, pinned: true },
      { name: "Pin 0", pinned: false },
      { name: "Pin 1" },
    ]);
    for (const { id } of all.slice(0, 11)) await pinSignature(letter.slug, owner.id, id);
    expect(await pinSignature(letter.slug, owner.id, all[11]?.id ?? 0)).toEqual({ outcome: "full" });
    await unpinSignature(letter.slug, owner.id, last.id);
    await unpinSignature(letter.slug, owner.id, last.id);
    const trace = await sql<{ event: string; subject: string; number: number }[]>`
      select event, subject, number from public_log where letter_id = ${letter.id} and subject = ${last.name ?? ""} order by id`;
    expect(trace).toEqual([
      { event: "signature-pinned", subject: "Pin 13", number: 14 },
      { event: "signature-unpinned", subject: "Pin 13", number: 14 },
    ]);
  });
});
