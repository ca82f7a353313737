import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { publishUpdate } from "#app/chronicle/publish-update.server.ts";
import { recordDelivery } from "#app/chronicle/record-delivery.server.ts";
import { recordReply } from "#app/chronicle/record-reply.server.ts";
import { markAccount } from "#app/doctrine/mark-official.server.ts";
import { postDisposition } from "#app/doctrine/post-disposition.server.ts";
import { closeLetter } from "#app/letters/close-letter.server.ts";
import { publishLetter } from "#app/letters/publish-letter.server.ts";
import { restrictionNow } from "#app/moderation/restriction.server.ts";
import { report } from "#app/moderation/report.server.ts";
import { undoDecision } from "#app/moderation/undo-decision.server.ts";
import { createOrganisation } from "#app/organisations/create-organisation.server.ts";
import { SignForForm } from "#app/signatures/sign-for.ts";
import { signForOrganisation } from "#app/signatures/sign-for-organisation.server.ts";
import { sql } from "#db/sql.ts";
import { deliveryForm, replyForm, updateForm } from "../chronicle/made-up-records.ts";
import { useDatabase } from "../database.ts";
import { makeText, provision } from "../made-up-doctrine.ts";
import { makeAccount, makeDraft, makeLetter, organisationForm, origin, revise } from "../made-up.ts";
import { makeCase, makeDecision, reportForm } from "./made-up-cases.ts";

useDatabase();
let ada: Account;
let mo: Account;
let admin: Account;
let letter: { id: number; slug: string };
beforeEach(async () => {
  ada = await makeAccount();
  mo = await makeAccount({ role: "moderator" });
  admin = await makeAccount({ role: "admin" });
  letter = await makeLetter(ada);
});

/** What the account may do in public, by what each answers. */
async function tried(): Promise<string[]> {
  const draft = await makeDraft(ada);
  const text = await makeText([
    { dated: "2024-01-01", provisions: [provision("1", "Rules are published.")] },
  ]);
  await markAccount(text.id, admin, ada.email);
  const made = await createOrganisation(ada.id, organisationForm());
  if (made.outcome !== "created") throw new Error(made.outcome);
  const [organisation = { id: 0, name: "", slug: "" }] = await sql<
    { id: number; name: string; slug: string }[]
  >`
    select id, name, slug from organisations where slug = ${made.slug}`;
  const disposition = {
    decision: "noted",
    reasons: "Read.",
    revision: "2024-01-01",
    key: randomUUID(),
  } as const;
  const signing = SignForForm.parse({ organisation: organisation.slug, version: "1" });
  const results = [
    await publishUpdate(letter.slug, ada.id, updateForm(), origin),
    await recordDelivery(letter.slug, ada.id, deliveryForm()),
    await recordReply(letter.slug, ada.id, replyForm(), origin),
    await publishLetter(draft, ada.id, 1),
    await postDisposition(text.provisions["1"] ?? 0, ada.id, disposition),
    await signForOrganisation(letter.slug, organisation, ada, signing, origin),
  ];
  return results.map(({ outcome }) => outcome);
}

describe("an account that moderation paused or barred", () => {
  test("does nothing in public until it is over: news, deliveries, replies, letters, dispositions, signatures", async () => {
    const caseId = await makeCase("letter", letter.id);
    const decision = await makeDecision(caseId, mo, { decision: "pause", days: 3 });
    expect((await restrictionNow(ada.id))?.until).toBeInstanceOf(Date);
    const refused = ["restricted", "restricted", "restricted", "paused", "restricted"];
    expect(await tried()).toEqual([...refused, "restricted"]);
    await expect(revise(ada, letter.slug)).rejects.toThrow("not published: paused");
    await undoDecision(decision, mo.id);
    expect(await restrictionNow(ada.id)).toBeNull();
    const done = await tried();
    expect(done.slice(0, 5)).toEqual(["recorded", "recorded", "recorded", "published", "posted"]);
    expect(done[5]).not.toBe("restricted");
  });

  test("barred, it has no date; it still reports and closes its letter", async () => {
    await makeDecision(await makeCase("letter", letter.id), mo, { decision: "bar" });
    expect(await restrictionNow(ada.id)).toEqual({ outcome: "restricted", until: null });
    expect(await tried()).toContain("barred");
    const other = await makeLetter(mo);
    const subject = { kind: "letter", id: other.id } as const;
    const reporter = { account: ada, language: "en" } as const;
    expect((await report(subject, reporter, reportForm(), origin)).outcome).toBe("reported");
    expect((await closeLetter(letter.slug, ada.id)).outcome).toBe("closed");
  });
});
