import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { readDeliveries } from "#app/chronicle/read-records.server.ts";
import { recordDelivery } from "#app/chronicle/record-delivery.server.ts";
import { archiveLetter } from "#app/letters/archive-letter.server.ts";
import { todayInParis } from "#app/letters/close-letter.server.ts";
import { createOrganisation } from "#app/organisations/create-organisation.server.ts";
import { withdrawSignature } from "#app/signatures/confirm-signature.server.ts";
import { countSignatures } from "#app/signatures/count-signatures.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeDraft, makeLetter, organisationForm, origin, revise, sign } from "../made-up.ts";
import { dayFromNow, deliveryForm } from "./made-up-records.ts";

useDatabase();
let author: Account;
beforeAll(async () => {
  author = await makeAccount();
  await createOrganisation(author.id, organisationForm());
});
/** A signature straight in the table. */
const put = async (letterId: number, wish: { kind?: string; state?: string; origin?: string }) => {
  const { kind = "person", state = "confirmed", origin = "form" } = wish;
  const name = `${kind} ${state} ${origin}`;
  const [organisation] = await sql<{ id: number }[]>`select id from organisations limit 1`;
  await sql`
    insert into signatures (letter_id, version_number, signer_key, kind, origin, name, email, name_shown, keep_informed,
      language, state, confirmed_at, level, organisation_id, hold_reasons, withdrawn_at)
    values (${letterId}, 1, ${name}, ${kind}, ${origin}, ${name}, ${origin === "form" ? `${kind}@put.example` : null}, true,
      false, 'en', ${state}, now(), ${kind === "organisation" ? "domain" : null},
      ${kind === "organisation" ? (organisation?.id ?? 0) : null}, ${state === "held" ? ["burst"] : []},
      ${state === "withdrawn" ? sql`now()` : null})`;
};

describe("a delivery", () => {
  test("holds what the platform counted at that moment, whoever signs or leaves afterwards", async () => {
    const { id, slug } = await makeLetter(author);
    await sign(slug, "stays@delivery.example");
    const leaver = await sign(slug, "leaves@delivery.example");
    await sign(slug, "pending@delivery.example", {}, false);
    for (const wish of [
      { kind: "organisation" },
      { state: "held" },
      { state: "withdrawn" },
      { origin: "import" },
    ])
      await put(id, wish);
    // Some are counted by the sequencer already, one is not.
    await countSignatures();
    await revise(author, slug);
    await sign(slug, "newcomer@delivery.example");
    const form = deliveryForm({ addressee: "Her office" });
    const recorded = await recordDelivery(slug, author.id, form);
    expect(recorded).toMatchObject({ outcome: "recorded" });
    const [version] = await sql<{ sha256: string }[]>`
      select sha256 from letter_versions where letter_id = ${id} and number = 2`;
    const kept = [
      {
        ...{ addressee: "Her office", day: todayInParis(), version: 2, sha256: version?.sha256 },
        ...{ signatures: 4, onVersion: 1, organisations: 1, imported: 1 },
      },
    ];
    expect(await readDeliveries(id)).toMatchObject(kept);
    await withdrawSignature(leaver, origin);
    await sign(slug, "late@delivery.example");
    await revise(author, slug);
    expect(await recordDelivery(slug, author.id, form), "the same form again").toEqual(recorded);
    expect(await readDeliveries(id)).toMatchObject(kept);
    await expect(
      sql`update letter_deliveries set signature_count = 5 where letter_id = ${id}`,
    ).rejects.toThrow(/never change/);
  });

  test("two clicks record one; two addressees are two", async () => {
    const { id, slug } = await makeLetter(author, { closed: true });
    const form = deliveryForm();
    await Promise.all([1, 2, 3].map(() => recordDelivery(slug, author.id, form)));
    expect(await readDeliveries(id)).toHaveLength(1);
    await recordDelivery(slug, author.id, deliveryForm({ addressee: "The other one" }));
    expect(await readDeliveries(id)).toHaveLength(2);
  });

  test("is not on a day to come, nor before the letter was published", async () => {
    const { id, slug } = await makeLetter(author);
    const on = (day: string) => recordDelivery(slug, author.id, deliveryForm({ day }));
    expect(await on(dayFromNow(1))).toEqual({ outcome: "day-to-come" });
    expect(await on(dayFromNow(-1))).toEqual({ outcome: "day-too-early" });
    expect(await readDeliveries(id)).toEqual([]);
    await sql`update letters set published_at = now() - interval '9 days' where id = ${id}`;
    expect(await on(dayFromNow(-9))).toMatchObject({ outcome: "recorded" });
  });

  test("is its author's to record, of what is published and not archived", async () => {
    const { slug } = await makeLetter(author, { closed: true });
    const other = await makeAccount({ role: "moderator" });
    expect(await recordDelivery(slug, other.id, deliveryForm())).toEqual({ outcome: "not-found" });
    const draft = await makeDraft(author);
    expect(await recordDelivery(draft, author.id, deliveryForm())).toEqual({ outcome: "not-found" });
    await archiveLetter(slug, author.id);
    expect(await recordDelivery(slug, author.id, deliveryForm())).toEqual({ outcome: "letter-archived" });
  });
});
